import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import type { Client } from 'pg';
import { openCsv } from '#lib/server/import/csv-file.ts';
import { dataFile } from '#prisma/seed/data-file.ts';

/** Where the reference data of a new portal begin to hold: before any placement. */
const IN_FORCE_FROM = '2020-01-01';

/**
 * What every portal needs before anything can come in: delivery areas with the municipalities that are known, agreement
 * versions and terms (all amounts are examples). Doing it again changes nothing.
 */
export async function loadReferenceData(client: Client): Promise<void> {
  const municipalities = await rowsOf('delivery-areas.csv', ['delivery_area', 'municipality']);
  const national = await rowsOf('delivery-areas-national.csv', ['delivery_area']);
  const areas = [...new Set([...municipalities, ...national].map((row) => row['delivery_area']))];
  await client.query('INSERT INTO delivery_area (id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    areas,
  ]);
  await client.query(
    `INSERT INTO municipality (id, delivery_area_id)
     SELECT municipality, delivery_area FROM json_to_recordset($1) AS x (municipality text, delivery_area text) ON CONFLICT DO NOTHING`,
    [JSON.stringify(municipalities)],
  );
  for (const agreement of [krom, rom2]) {
    await client.query(
      'INSERT INTO agreement_version (id, name, document, published_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [agreement.id, agreement.name, JSON.stringify(agreement), IN_FORCE_FROM],
    );
  }
  await client.query(
    'INSERT INTO terms_version (id, valid_from, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    ['terms-example-1', IN_FORCE_FROM, JSON.stringify(terms)],
  );
}

async function rowsOf(
  name: string,
  columns: readonly string[],
): Promise<readonly Readonly<Record<string, string>>[]> {
  const csv = await openCsv(dataFile(name), { required: columns });
  const rows: Record<string, string>[] = [];
  for await (const row of csv.rows()) {
    rows.push(Object.fromEntries(columns.map((column) => [column, row.get(column)])));
  }
  return rows;
}
