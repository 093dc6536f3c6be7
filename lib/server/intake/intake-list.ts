import type { IntakeList, NewParticipant } from '#lib/domain/intake/intake-list.ts';
import { suggestCoach } from '#lib/domain/intake/suggest-coach.ts';
import { STARTING_DAYS } from '#lib/domain/intake/workload.ts';
import type { IntakeListInput } from '#lib/schemas/intake.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { findDoneChange } from '#lib/server/intake/done-change.ts';
import { loadWorkloads } from '#lib/server/intake/workloads.ts';
import { meantBy } from '#lib/server/placement/meant-by.ts';
import { officesInScope } from '#lib/server/placement/offices-in-scope.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Input = IntakeListInput & { readonly done: string | null };
type Row = Omit<NewParticipant, 'suggestion'> & {
  readonly earlierCoachPersonId: string | null;
  readonly protected: boolean;
};
type Counts = { all: number; begun: number; total: number; languages: readonly string[] | null };

/** Participants whom nobody has been named for, with the coach to consider for each, and every coach's load. */
export const intakeList = defineQuery<Input, IntakeList>({
  name: 'intake.list',
  mandates: ['intake', 'providerAdmin'],
  purpose: 'Nya deltagare får handledare',
  run: async (tx, input, { actor, today, now }) => {
    if (actor.kind !== 'person' || actor.providerId === null) return null;
    const { providerId, officeScope } = actor;
    const scope = Prisma.sql`${placementsInReach(actor)} AND p.cancelled_at IS NULL AND p.coach_person_id IS NULL
      AND coalesce(p."end", p."to") > ${today}::date`;
    const where = narrowedTo(input, today);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT p.id::text AS "placementId", q.id::text AS "participantId", p.version, n.given_name || ' ' || n.family_name AS name, p.level::text,
        s.implementation_reference AS "implementationReference", o.id::text AS "officeId", o.name AS "officeName", q.language,
        q.needs_language_support AS "needsLanguageSupport", p.choice::text, p."from"::text, p.protected,
        (SELECT x.given_name || ' ' || x.family_name FROM coach_change c JOIN person x ON x.id = c.from_person_id
          WHERE c.placement_id = p.id AND c.kind = 'returned' ORDER BY c.at DESC LIMIT 1) AS "leftCoachName",
        (SELECT e.coach_person_id::text FROM placement e WHERE e.participant_id = p.participant_id AND e.provider_id = p.provider_id AND e.id <> p.id
          AND e.cancelled_at IS NULL AND e.coach_person_id IS NOT NULL ORDER BY e."from" DESC LIMIT 1) AS "earlierCoachPersonId"
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id JOIN office o ON o.id = p.office_id
        LEFT JOIN LATERAL (SELECT implementation_reference FROM service_period WHERE placement_id = p.id
          AND "from" <= greatest(${today}::date, p."from") ORDER BY number DESC LIMIT 1) s ON true
      WHERE ${scope} AND ${where} ORDER BY ${ORDERS[input.order]} LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE}`;
    const [counts] = await tx.$queryRaw<Counts[]>`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE p."from" <= ${today}::date)::int AS begun, count(*) FILTER (WHERE ${where})::int AS total,
        array_agg(DISTINCT q.language) AS languages
      FROM placement p JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id WHERE ${scope}`;
    const coaches = await loadWorkloads(tx, providerId, today);
    const { participantsPerCoach: most } = await termsInForce(tx, today);
    return {
      today,
      participants: rows.map((row) => shownOf(row, suggestCoach(row, coaches, most, today))),
      total: counts?.total ?? 0,
      all: counts?.all ?? 0,
      begun: counts?.begun ?? 0,
      page: input.page,
      pageSize: PAGE_SIZE,
      offices: await officesInScope(tx, providerId, officeScope),
      languages: counts?.languages ?? [],
      coaches,
      most,
      done: await findDoneChange(tx, input.done, now),
    };
  },
  reads: ({ participants }) => ({
    type: 'placement',
    id: null,
    participantIds: participants.map(({ participantId }) => participantId),
  }),
});

function shownOf(row: Row, suggestion: NewParticipant['suggestion']): NewParticipant {
  const { earlierCoachPersonId: _, protected: __, ...shown } = row;
  return { ...shown, suggestion };
}

const BY_NAME = Prisma.sql`n.family_name COLLATE "sv-x-icu", n.given_name COLLATE "sv-x-icu", p.id`;
const ORDERS: Readonly<Record<IntakeListInput['order'], Prisma.Sql>> = {
  start: Prisma.sql`p."from", ${BY_NAME}`,
  name: BY_NAME,
  level: Prisma.sql`p.level DESC, p."from", ${BY_NAME}`,
};

function narrowedTo({ q, office, language, level, start }: Input, today: PlainDate): Prisma.Sql {
  const conditions = [startsWithin(start, today)];
  if (office !== '') conditions.push(Prisma.sql`p.office_id = ${office}::uuid`);
  if (language !== '') conditions.push(Prisma.sql`q.language = ${language}`);
  if (level !== '') conditions.push(Prisma.sql`p.level = ${level}::level`);
  if (q !== '') conditions.push(meantBy(q));
  return Prisma.join(conditions, ' AND ');
}

function startsWithin(start: IntakeListInput['start'], today: PlainDate): Prisma.Sql {
  const soon = addDays(today, STARTING_DAYS);
  switch (start) {
    case 'begun':
      return Prisma.sql`p."from" <= ${today}::date`;
    case 'soon':
      return Prisma.sql`p."from" > ${today}::date AND p."from" <= ${soon}::date`;
    case 'later':
      return Prisma.sql`p."from" > ${soon}::date`;
    case '':
      return Prisma.sql`true`;
  }
}
