import {
  type Coach,
  PARTICIPANT_VIEWS,
  type ParticipantList,
  type ParticipantView,
  type PlacedParticipant,
} from '#lib/domain/placement/placed-participant.ts';
import type { ParticipantListInput } from '#lib/schemas/participant-list.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

/** The participants of the offices in scope. */
export const participantList = defineQuery<ParticipantListInput, ParticipantList>({
  name: 'participant.list',
  mandates: ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'],
  purpose: 'Stöd till deltagare hos leverantören',
  run: async (tx, input, { actor, today }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const scope = Prisma.sql`l.provider_id = ${actor.providerId}::uuid AND l.cancelled_at IS NULL`;
    const where = Prisma.join(
      [scope, narrowed(input.show, actor.personId, today), ...searched(input)],
      ' AND ',
    );
    const participants = await tx.$queryRaw<PlacedParticipant[]>`
      SELECT l.id::text AS "placementId", d.id::text AS "participantId", l.version, p.given_name || ' ' || p.family_name AS name, l.level::text,
        s.implementation_reference AS "implementationReference", o.name AS "officeName", c.given_name || ' ' || c.family_name AS "coachName",
        l."from"::text, coalesce(l."end", l."to")::text AS "to", coalesce(s.number, 1)::int AS "periodNumber",
        (SELECT max(number) FROM plan WHERE plan.placement_id = l.id)::int AS "planNumber"
      FROM placement l
        JOIN participant d ON d.id = l.participant_id
        JOIN person p ON p.id = d.person_id
        JOIN office o ON o.id = l.office_id
        LEFT JOIN person c ON c.id = l.coach_person_id
        LEFT JOIN LATERAL (SELECT implementation_reference, number FROM service_period WHERE placement_id = l.id
          AND "from" <= greatest(${today}::date, l."from") ORDER BY number DESC LIMIT 1) s ON true
      WHERE ${where} ORDER BY p.family_name COLLATE "sv-x-icu", p.given_name COLLATE "sv-x-icu", l.id LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE}`;
    const counted = PARTICIPANT_VIEWS.map(
      (view) =>
        Prisma.sql`count(*) FILTER (WHERE ${narrowed(view, actor.personId, today)})::int AS ${Prisma.raw(`"${view}"`)}`,
    );
    const [counts] = await tx.$queryRaw<(Record<ParticipantView, number> & { total: number })[]>`
      SELECT count(*) FILTER (WHERE ${where})::int AS total, ${Prisma.join(counted)}
      FROM placement l ${input.q === '' ? Prisma.empty : Prisma.sql`JOIN participant d ON d.id = l.participant_id JOIN person p ON p.id = d.person_id`}
      WHERE ${scope}`;
    if (counts === undefined) return null;
    const { planDays } = await termsInForce(tx, today);
    const { total, ...views } = counts;
    return {
      participants,
      total,
      counts: views,
      page: input.page,
      pageSize: PAGE_SIZE,
      planDays,
      offices: await officesInScope(tx, actor.providerId, actor.officeScope),
      coaches: await coachesOf(tx, actor.providerId, today),
    };
  },
  reads: ({ participants }) => ({
    type: 'placement',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

function searched({ q, office }: ParticipantListInput): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (office !== '') conditions.push(Prisma.sql`l.office_id = ${office}::uuid`);
  if (q !== '') {
    const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(Prisma.sql`(p.given_name || ' ' || p.family_name ILIKE ${like}
      OR EXISTS (SELECT 1 FROM service_period x WHERE x.placement_id = l.id AND x.implementation_reference = ${q}))`);
  }
  return conditions;
}

function narrowed(show: ParticipantView, personId: string, today: PlainDate): Prisma.Sql {
  const current = Prisma.sql`l."from" <= ${today}::date AND coalesce(l."end", l."to") > ${today}::date`;
  const open = Prisma.sql`coalesce(l."end", l."to") > ${today}::date`;
  switch (show) {
    case 'current':
      return current;
    case 'mine':
      return Prisma.sql`${open} AND l.coach_person_id = ${personId}::uuid`;
    case 'withoutCoach':
      return Prisma.sql`${open} AND l.coach_person_id IS NULL`;
    case 'withoutPlan':
      return Prisma.sql`${current} AND NOT EXISTS (SELECT 1 FROM plan n WHERE n.placement_id = l.id)`;
    case 'coming':
      return Prisma.sql`l."from" > ${today}::date`;
    case 'ended':
      return Prisma.sql`coalesce(l."end", l."to") <= ${today}::date`;
  }
}

async function officesInScope(tx: Tx, providerId: string, scope: 'all' | readonly string[]) {
  return await tx.office.findMany({
    where: { providerId, ...(scope === 'all' ? {} : { id: { in: [...scope] } }) },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** Everyone at the provider who may have participants, with how many they have now. */
export async function coachesOf(tx: Tx, providerId: string, today: PlainDate): Promise<Coach[]> {
  return await tx.$queryRaw<Coach[]>`
    SELECT p.id::text AS "personId", p.given_name || ' ' || p.family_name AS name,
      (SELECT count(*) FROM placement l WHERE l.coach_person_id = p.id AND l.provider_id = ${providerId}::uuid AND l.cancelled_at IS NULL
        AND coalesce(l."end", l."to") > ${today}::date)::int AS placements
    FROM person p
    WHERE EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid AND m.role = 'coach'
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date))
    ORDER BY p.family_name COLLATE "sv-x-icu", p.given_name COLLATE "sv-x-icu"`;
}
