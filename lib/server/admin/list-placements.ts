import type { ListedPlacement, PlacementList, PlacementView } from '#lib/domain/admin/placement-list.ts';
import type { PlacementListInput } from '#lib/schemas/admin.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;
const BY_NAME = Prisma.sql`p.family_name, p.given_name, l."from", l.id`;
const BY_START = Prisma.sql`l."from" DESC, l.id DESC`;

/** Nine digits are a reference; anything else that is searched for is a name. */
function isName(q: string): boolean {
  return q !== '' && !/^\d{9}$/.test(q);
}

/**
 * The authority's placements: the latest begun first, by name where a name is searched for. Protected identities are never in a
 * list.
 */
export const listPlacements = defineQuery<PlacementListInput, PlacementList>({
  name: 'placement.list',
  mandates: ['caseworker'],
  purpose: 'Handläggning av placeringar',
  run: async (tx, input, { today }) => {
    const byName = isName(input.q);
    const people = Prisma.sql`JOIN participant a ON a.id = l.participant_id JOIN person p ON p.id = a.person_id`;
    const from = Prisma.sql`FROM placement l
      ${input.area === '' ? Prisma.empty : Prisma.sql`JOIN contract c ON c.id = l.contract_id`} ${byName ? people : Prisma.empty}
      WHERE ${Prisma.join(conditions(input, today), ' AND ')}`;
    // The page is picked first: what stands in its rows is looked up for fifty, not for all.
    const placements = await queryJson<ListedPlacement>(
      tx,
      Prisma.sql`
      SELECT l.id::text AS "placementId", a.id::text AS "participantId", p.given_name || ' ' || p.family_name AS name, l.level::text,
        coalesce((SELECT s.implementation_reference FROM service_period s WHERE s.placement_id = l.id
          ORDER BY ("from" <= greatest(${today}::date, l."from")) DESC, s.number DESC LIMIT 1), '') AS "implementationReference",
        v.name AS "providerName", o.name AS "officeName", c.delivery_area_id AS "deliveryArea", l."from"::text,
        coalesce(l."end", l."to")::text AS "to"
      FROM (SELECT l.* ${from} ORDER BY ${byName ? BY_NAME : BY_START} LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE}) l
        ${people}
        JOIN provider v ON v.id = l.provider_id
        JOIN office o ON o.id = l.office_id
        JOIN contract c ON c.id = l.contract_id
      ORDER BY ${byName ? BY_NAME : BY_START}`,
    );
    const [whole] = await tx.$queryRaw<{ readonly total: number; readonly areas: readonly string[] }[]>`
      SELECT count(*)::int AS total, ARRAY(SELECT id FROM delivery_area ORDER BY id) AS areas ${from}`;
    return {
      placements,
      total: whole?.total ?? 0,
      page: input.page,
      pageSize: PAGE_SIZE,
      areas: whole?.areas ?? [],
    };
  },
  reads: ({ placements }) => ({
    type: 'placement',
    id: null,
    participantIds: [...new Set(placements.map(({ participantId }) => participantId))],
  }),
});

function conditions({ q, area, show }: PlacementListInput, today: PlainDate): Prisma.Sql[] {
  const found = [Prisma.sql`NOT l.protected AND l.cancelled_at IS NULL`, inView(show, today)];
  if (area !== '') found.push(Prisma.sql`c.delivery_area_id = ${area}`);
  if (isName(q)) found.push(Prisma.sql`p.given_name || ' ' || p.family_name ILIKE ${likePattern(q)}`);
  else if (q !== '') {
    found.push(
      Prisma.sql`l.id = (SELECT placement_id FROM service_period x WHERE x.implementation_reference = ${q})`,
    );
  }
  return found;
}

function inView(show: PlacementView, today: PlainDate): Prisma.Sql {
  switch (show) {
    case 'current':
      return Prisma.sql`l."from" <= ${today}::date AND coalesce(l."end", l."to") > ${today}::date`;
    case 'coming':
      return Prisma.sql`l."from" > ${today}::date`;
    case 'ended':
      return Prisma.sql`coalesce(l."end", l."to") <= ${today}::date`;
    case 'all':
      return Prisma.sql`true`;
  }
}
