import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { withClient } from '#lib/server/db/with-client.ts';
import { defaultErrorsFile } from '#lib/server/import/import-faults.ts';
import type { ImportOutcome, ImportRun } from '#lib/server/import/import-run.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';

export const PORTAL_SECRET = 'a secret that only tests know, 32+ characters';

export type Cells = Readonly<Record<string, string>>;

export type ImportFixture = {
  readonly ownerUrl: string;
  /** Writes the rows as a CSV file and imports it. */
  readonly load: (
    importFile: (run: ImportRun) => Promise<ImportOutcome>,
    rows: readonly Cells[],
    given?: Partial<ImportRun>,
  ) => Promise<ImportOutcome & { readonly errorsFile: string }>;
  readonly query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
};

/** A database of its own with reference data, and a folder for files. */
export async function createImportFixture(): Promise<ImportFixture> {
  const database = await createTestDatabase();
  const { ownerUrl } = database;
  await withClient(ownerUrl, writeReferenceData);
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  let files = 0;
  return {
    ownerUrl,
    load: async (importFile, rows, given = {}) => {
      files += 1;
      const file = path.join(folder, `${files}.csv`);
      writeFileSync(file, csvOf(rows));
      const run: ImportRun = {
        file,
        ownerUrl,
        portalSecret: PORTAL_SECRET,
        now: new Date('2021-05-12T10:00:00Z'),
        dryRun: false,
        allOrNothing: false,
        approve: false,
        errorsFile: defaultErrorsFile(file),
        progress: () => undefined,
        ...given,
      };
      return { ...(await importFile(run)), errorsFile: run.errorsFile };
    },
    query: (sql, values = []) =>
      withClient(ownerUrl, async (client) => (await client.query(sql, [...values])).rows),
    drop: async () => {
      rmSync(folder, { recursive: true });
      await database.drop();
    },
  };
}

async function writeReferenceData(client: Client): Promise<void> {
  await client.query(`INSERT INTO delivery_area (id) VALUES ('Västerås'), ('Blekinge'), ('Umeå')`);
  await client.query(
    'INSERT INTO agreement_version (id, name, document, published_at) VALUES ($1, $2, $3, now())',
    [krom.id, krom.name, JSON.stringify(krom)],
  );
  await client.query(
    `INSERT INTO terms_version (id, valid_from, document) VALUES ('terms', '2020-01-01', $1)`,
    [JSON.stringify(terms)],
  );
}

function csvOf(rows: readonly Cells[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.join(';'))
    .join('\n');
}

/** A contract in Västerås. */
export function providerCells(given: Cells = {}): Cells {
  return {
    ka_number: '10000001',
    org_no: '5599000014',
    name: 'Tallmo Arbetsliv AB',
    delivery_area: 'Västerås',
    street: 'Påhittsgatan 14',
    place: 'Västerås',
    lat: '59.61057',
    lon: '16.54493',
    contract_from: '2020-09-01',
    contract_to: '',
    open_for_choice: '1',
    capacity: '60',
    languages: 'sv en ar',
    speciality: 'Lager och industri',
    ...given,
  };
}

/** A placement in period 1 from January to July 2021. */
export function placementCells(given: Cells = {}): Cells {
  return {
    implementation_reference: '300000001',
    identity_number: '198106262390',
    given_name: 'Elis',
    family_name: 'Mönsterman',
    sex: 'M',
    born_in_sweden: '0',
    disability_code: '0',
    protected: '0',
    level: 'B',
    agreement: 'krom-exempel-1',
    delivery_area: 'Västerås',
    municipality: 'Köping',
    lat: '59.51404',
    lon: '15.99255',
    language: 'bs',
    needs_language_support: '1',
    ka_number: '10000001',
    choice: 'active',
    period_number: '1',
    from: '2021-01-04',
    to: '2021-07-03',
    end: '',
    end_reason: '',
    ...given,
  };
}
