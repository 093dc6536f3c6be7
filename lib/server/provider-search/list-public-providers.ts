import type {
  AreaOnMap,
  PublicContract,
  PublicProviders,
  RatedContract,
  SearchChoices,
} from '#lib/domain/provider-search/public-contract.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import {
  fittingContracts,
  readContracts,
  type Reader,
  type SearchFilter,
  type SearchOrder,
  SHOWN_OFFICES,
} from '#lib/server/provider-search/public-contracts.ts';
import { loadRatings } from '#lib/server/rating/load-ratings.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export const CONTRACTS_PER_PAGE = 50;

type Asked = SearchFilter & SearchOrder & { readonly page: number };

/** Providers with a contract, the nearest first or by name, one page of them; `q` is a part of the name or of a place. */
export async function listPublicProviders(
  db: Reader,
  { page, ...asked }: Asked,
  today: PlainDate,
): Promise<PublicProviders> {
  const fitting = fittingContracts(asked, asked, today);
  const skipped = (page - 1) * CONTRACTS_PER_PAGE;
  const [counted] = await db.$queryRaw<{ readonly total: number }[]>`
    SELECT count(*)::int AS total FROM (${fitting}) fitting`;
  const total = counted?.total ?? 0;
  const contracts = await readContracts(
    db,
    Prisma.sql`${fitting} ORDER BY nth LIMIT ${CONTRACTS_PER_PAGE} OFFSET ${skipped}`,
  );
  return {
    contracts: await rated(db, contracts, today),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / CONTRACTS_PER_PAGE)),
  };
}

/** All that fit, for a file. */
export async function listAllPublicProviders(
  db: Reader,
  asked: SearchFilter & SearchOrder,
  today: PlainDate,
): Promise<readonly RatedContract[]> {
  return await rated(db, await readContracts(db, fittingContracts(asked, asked, today)), today);
}

/** The contract of a KA number, in force or to come; null where there is none. */
export async function findPublicContract(
  db: Reader,
  kaNumber: string,
  today: PlainDate,
): Promise<RatedContract | null> {
  const named = Prisma.sql`SELECT id, NULL::int AS metres, 1 AS nth FROM contract
    WHERE ka_number = ${kaNumber} AND ("to" IS NULL OR "to" > ${today}::date)`;
  const [found] = await rated(db, await readContracts(db, named), today);
  return found ?? null;
}

async function rated(
  db: Reader,
  contracts: readonly PublicContract[],
  today: PlainDate,
): Promise<readonly RatedContract[]> {
  const ids = contracts.map(({ contractId }) => contractId);
  const ratings = await loadRatings(db, ids, today);
  return contracts.map((contract) => ({
    ...contract,
    rating: ratings.get(contract.contractId) ?? { kind: 'none', because: 'notMeasured' },
  }));
}

/** What can be asked for: what somebody with a contract has. */
export async function readSearchChoices(db: Reader, today: PlainDate): Promise<SearchChoices> {
  const [found] = await db.$queryRaw<SearchChoices[]>`
    WITH shown AS (${SHOWN_OFFICES} WHERE k."to" IS NULL OR k."to" > ${today}::date)
    SELECT ARRAY(SELECT DISTINCT delivery_area_id FROM contract WHERE "to" IS NULL OR "to" > ${today}::date ORDER BY 1) AS areas,
      ARRAY(SELECT DISTINCT unnest(languages) FROM shown ORDER BY 1) AS languages,
      ARRAY(SELECT DISTINCT unnest(accessibility) FROM shown ORDER BY 1) AS accessibility`;
  return found ?? { areas: [], languages: [], accessibility: [] };
}

/** Each delivery area that has a contract, where its premises are on the whole, from north to south. */
export async function listAreasOnMap(db: Reader, today: PlainDate): Promise<readonly AreaOnMap[]> {
  return await db.$queryRaw<AreaOnMap[]>`
    SELECT c.delivery_area_id AS area, avg(o.lat) AS lat, avg(o.lon) AS lon, count(DISTINCT c.id)::int AS contracts,
      array_agg(DISTINCT o.place ORDER BY o.place) AS places
    FROM contract c JOIN office o ON o.contract_id = c.id WHERE c."to" IS NULL OR c."to" > ${today}::date
    GROUP BY c.delivery_area_id ORDER BY avg(o.lat) DESC, c.delivery_area_id`;
}
