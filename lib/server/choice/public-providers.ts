import type { PublicContract, PublicProviders } from '#lib/domain/choice/public-contract.ts';
import type { PublicProvidersQuery } from '#lib/schemas/choice.ts';
import type { Database } from '#lib/server/db/client.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const CONTRACTS_PER_PAGE = 50;

type Reader = Pick<Database, '$queryRaw' | 'deliveryArea'>;
type Row = Omit<PublicContract, 'from'> & { readonly from: string; readonly total: number };

/** Providers with a contract, by name; `q` is a part of the name or of a place. */
export async function listPublicProviders(
  db: Reader,
  { q, area, page }: PublicProvidersQuery,
  today: PlainDate,
): Promise<PublicProviders> {
  const pattern = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.ka_number AS "kaNumber", v.name AS provider, c.delivery_area_id AS area, c.languages, c."from"::text AS "from",
      ARRAY(SELECT DISTINCT o.place FROM office o WHERE o.contract_id = c.id ORDER BY o.place) AS places,
      count(*) OVER ()::int AS total
    FROM contract c JOIN provider v ON v.id = c.provider_id
    WHERE (c."to" IS NULL OR c."to" > ${today}::date) AND (${area}::text IS NULL OR c.delivery_area_id = ${area})
      AND (v.name ILIKE ${pattern} OR EXISTS (SELECT FROM office o WHERE o.contract_id = c.id AND o.place ILIKE ${pattern}))
    ORDER BY v.name COLLATE "sv-x-icu", c.delivery_area_id, c.ka_number
    LIMIT ${CONTRACTS_PER_PAGE} OFFSET ${(page - 1) * CONTRACTS_PER_PAGE}`;
  const areas = await db.deliveryArea.findMany({
    where: { contracts: { some: {} } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const total = rows[0]?.total ?? 0;
  return {
    contracts: rows.map(({ total: _total, ...row }) => ({ ...row, from: plainDate(row.from) })),
    areas: areas.map(({ id }) => id),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / CONTRACTS_PER_PAGE)),
  };
}
