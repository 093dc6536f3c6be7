import {
  PARTICIPANT_VIEWS,
  type ParticipantList,
  type ParticipantView,
  type PlacedParticipant,
} from '#lib/domain/placement/placed-participant.ts';
import { isReference } from '#lib/domain/placement/implementation-reference.ts';
import type { ParticipantListInput } from '#lib/schemas/participant-list.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { coachedBy, coverOfPlacement } from '#lib/server/intake/cover-rows.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { meantBy } from '#lib/server/placement/meant-by.ts';
import { officesInScope } from '#lib/server/placement/offices-in-scope.ts';
import { planToRedo } from '#lib/server/plan/plan-to-redo.ts';
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
    const scope = Prisma.sql`${placementsInReach(actor)} AND p.cancelled_at IS NULL`;
    const where = Prisma.join(
      [
        scope,
        isReference(input.q) ? Prisma.sql`true` : narrowed(input.show, actor.personId, today),
        ...searched(input),
      ],
      ' AND ',
    );
    const participants = await tx.$queryRaw<PlacedParticipant[]>`
      WITH page AS MATERIALIZED (
        SELECT p.*, n.given_name, n.family_name
        FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
        WHERE ${where} ORDER BY ${BY_NAME(Prisma.sql`n`)} LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE})
      SELECT p.id::text AS "placementId", p.participant_id::text AS "participantId", p.version, p.given_name || ' ' || p.family_name AS name, p.level::text,
        s.implementation_reference AS "implementationReference", o.name AS "officeName", c.given_name || ' ' || c.family_name AS "coachName",
        k.name AS "coveringName", k."to"::text AS "coveredTo", p."from"::text, coalesce(p."end", p."to")::text AS "to", coalesce(s.number, 1)::int AS "periodNumber",
        (SELECT max(number) FROM plan WHERE plan.placement_id = p.id)::int AS "planNumber"
      FROM page p
        JOIN office o ON o.id = p.office_id
        LEFT JOIN person c ON c.id = p.coach_person_id
        ${coverOfPlacement(today)}
        LEFT JOIN LATERAL (SELECT implementation_reference, number FROM service_period WHERE placement_id = p.id
          AND "from" <= greatest(${today}::date, p."from") ORDER BY number DESC LIMIT 1) s ON true
      ORDER BY ${BY_NAME(Prisma.sql`p`)}`;
    const counted = PARTICIPANT_VIEWS.map(
      (view) =>
        Prisma.sql`count(*) FILTER (WHERE ${narrowed(view, actor.personId, today)})::int AS ${Prisma.raw(`"${view}"`)}`,
    );
    const [counts] = await tx.$queryRaw<(Record<ParticipantView, number> & { total: number })[]>`
      SELECT count(*) FILTER (WHERE ${where})::int AS total, ${Prisma.join(counted)}
      FROM placement p ${input.q === '' ? Prisma.empty : Prisma.sql`JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id`}
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
    };
  },
  reads: ({ participants }) => ({
    type: 'placement',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

const BY_NAME = (person: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${person}.family_name COLLATE "sv-x-icu", ${person}.given_name COLLATE "sv-x-icu", p.id`;

function searched({ q, office }: ParticipantListInput): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (office !== '') conditions.push(Prisma.sql`p.office_id = ${office}::uuid`);
  if (q !== '') conditions.push(meantBy(q));
  return conditions;
}

function narrowed(show: ParticipantView, personId: string, today: PlainDate): Prisma.Sql {
  const current = Prisma.sql`p."from" <= ${today}::date AND coalesce(p."end", p."to") > ${today}::date`;
  const open = Prisma.sql`coalesce(p."end", p."to") > ${today}::date`;
  switch (show) {
    case 'current':
      return current;
    case 'mine':
      return Prisma.sql`${open} AND ${coachedBy(personId, today)}`;
    case 'withoutCoach':
      return Prisma.sql`${open} AND p.coach_person_id IS NULL`;
    case 'withoutPlan':
      return Prisma.sql`${current} AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.placement_id = p.id)`;
    case 'planRedo':
      return Prisma.sql`${current} AND ${planToRedo(today)}`;
    case 'coming':
      return Prisma.sql`p."from" > ${today}::date`;
    case 'ended':
      return Prisma.sql`coalesce(p."end", p."to") <= ${today}::date`;
  }
}
