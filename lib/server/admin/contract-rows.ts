import type { ContractState, RegisteredContract } from '#lib/domain/admin/contract-register.ts';
import type { ContractRegisterInput } from '#lib/schemas/admin.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Filters = Pick<ContractRegisterInput, 'q' | 'area' | 'state'>;

/**
 * Contracts with how they stand on the day. How many a contract has is counted by the database's own function, which
 * counts those too whom nobody here may see.
 */
function registered({ q, area }: Filters, today: PlainDate): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.ka_number, c.provider_id, v.name, v.org_no, c.delivery_area_id, c."from", c."to", c.open_for_choice, c.capacity,
      coalesce(n.participants_now, 0) AS participants_now, coalesce(n.places_taken, 0) AS places_taken,
      CASE WHEN c."from" > ${today}::date THEN 'coming' WHEN c."to" <= ${today}::date THEN 'ended'
        WHEN NOT c.open_for_choice THEN 'closed' WHEN coalesce(n.places_taken, 0) >= c.capacity THEN 'full' ELSE 'open' END AS state
    FROM contract c
      JOIN provider v ON v.id = c.provider_id
      LEFT JOIN app.contract_participants(ARRAY(SELECT id FROM contract), ${today}::date, ${today}::date) n ON n.contract_id = c.id
    WHERE (${area} = '' OR c.delivery_area_id = ${area})
      AND (${q} = '' OR v.name ILIKE ${likePattern(q)} OR c.ka_number = ${q} OR v.org_no = replace(${q}, '-', '')
        OR EXISTS (SELECT FROM office o WHERE o.contract_id = c.id AND o.place ILIKE ${likePattern(q)}))`;
}

function ofState({ state }: Filters): Prisma.Sql {
  return state === '' ? Prisma.empty : Prisma.sql`WHERE r.state = ${state}`;
}

/** The contracts that the filters leave, by provider and delivery area. */
export async function contractRows(
  tx: Tx,
  filters: Filters,
  today: PlainDate,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<RegisteredContract[]> {
  return await tx.$queryRaw<RegisteredContract[]>`
    SELECT r.id::text AS "contractId", r.ka_number AS "kaNumber", r.name AS "providerName", r.org_no AS "orgNo",
      r.delivery_area_id AS "deliveryArea", ARRAY(SELECT DISTINCT o.place FROM office o WHERE o.contract_id = r.id ORDER BY o.place) AS places,
      r."from"::text, r."to"::text, r.open_for_choice AS "openForChoice", r.capacity, r.participants_now AS "participantsNow",
      r.places_taken AS "placesTaken", r.state
    FROM (${registered(filters, today)}) r ${ofState(filters)}
    ORDER BY r.name COLLATE "sv-x-icu", r.delivery_area_id, r.ka_number LIMIT ${limit} OFFSET ${offset}`;
}

export type ContractCounts = Readonly<Record<ContractState, number>> & {
  readonly total: number;
  readonly providers: number;
};

/** How many the filters leave, and how many of each state there would be without the choice of a state. */
export async function countContracts(tx: Tx, filters: Filters, today: PlainDate): Promise<ContractCounts> {
  const chosen = Prisma.sql`(${filters.state} = '' OR r.state = ${filters.state})`;
  const [counts] = await tx.$queryRaw<ContractCounts[]>`
    SELECT count(*) FILTER (WHERE ${chosen})::int AS total, count(DISTINCT r.provider_id) FILTER (WHERE ${chosen})::int AS providers,
      count(*) FILTER (WHERE r.state = 'open')::int AS open, count(*) FILTER (WHERE r.state = 'full')::int AS "full",
      count(*) FILTER (WHERE r.state = 'closed')::int AS closed, count(*) FILTER (WHERE r.state = 'coming')::int AS coming,
      count(*) FILTER (WHERE r.state = 'ended')::int AS ended
    FROM (${registered(filters, today)}) r`;
  return counts ?? { total: 0, providers: 0, open: 0, full: 0, closed: 0, coming: 0, ended: 0 };
}
