import type { QueuedReport, ReviewQueue } from '#lib/domain/review/review-queue.ts';
import type { ReviewQueueInput } from '#lib/schemas/review.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 50;

type Sums = {
  readonly total: number;
  readonly overdue: number;
  readonly mine: number;
  readonly amountOre: bigint;
  readonly areas: readonly string[];
};

/** What waits for a decision, in the order in which it should be taken: by the day it is due, then by money. */
export const reviewQueue = defineQuery<ReviewQueueInput, ReviewQueue>({
  name: 'report.queue',
  mandates: ['reviewer'],
  purpose: 'Granskning av periodiska redovisningar',
  run: async (tx, input, { actor, today }) => {
    const personId = actor.kind === 'person' ? actor.personId : null;
    const where = condition(input, personId, today);
    // Names are joined to the reports of the page alone; finding them touches names only where one is searched for.
    const queue = Prisma.sql`FROM report r ${joins(input)} WHERE ${where}`;
    const rows = await queryJson<QueuedReport>(
      tx,
      Prisma.sql`
      WITH page AS MATERIALIZED (SELECT r.* ${queue} ORDER BY r.decide_by, r.amount_ore DESC, r.id
        LIMIT ${PAGE_SIZE} OFFSET ${(input.page - 1) * PAGE_SIZE})
      SELECT r.id::text, r.version, to_char(r.month, 'YYYY-MM') AS month, r.participant_id::text AS "participantId",
        p.given_name || ' ' || p.family_name AS "participantName", l.level::text, v.name AS "providerName", o.name AS "officeName",
        r.submitted_on::text AS "submittedOn", r.decide_by::text AS "decideBy", r.amount_ore AS "amountOre", r.risk, r.holds,
        r.taken_by_person_id::text AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName"
      FROM page r
        JOIN placement l ON l.id = r.placement_id
        JOIN participant d ON d.id = r.participant_id
        JOIN person p ON p.id = d.person_id
        JOIN provider v ON v.id = r.provider_id
        JOIN office o ON o.id = r.office_id
        LEFT JOIN person t ON t.id = r.taken_by_person_id
      ORDER BY r.decide_by, r.amount_ore DESC, r.id`,
    );
    const sums = await tx.$queryRaw<Sums[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE r.decide_by < ${today}::date)::int AS overdue,
        count(*) FILTER (WHERE r.taken_by_person_id = ${personId}::uuid)::int AS mine, coalesce(sum(r.amount_ore), 0)::bigint AS "amountOre",
        ARRAY(SELECT id FROM delivery_area ORDER BY id) AS areas
      ${queue}`;
    const sum = sums[0] ?? { total: 0, overdue: 0, mine: 0, amountOre: 0n, areas: [] };
    return {
      reports: rows,
      ...sum,
      amountOre: ore(Number(sum.amountOre)),
      page: input.page,
      pageSize: PAGE_SIZE,
    };
  },
  reads: ({ reports }) => ({
    type: 'report',
    id: null,
    participantIds: reports.map(({ participantId }) => participantId),
  }),
});

/** What the filters ask about beside the report itself. */
function joins({ q, area }: ReviewQueueInput): Prisma.Sql {
  const names = Prisma.sql`JOIN participant d ON d.id = r.participant_id JOIN person p ON p.id = d.person_id JOIN provider v ON v.id = r.provider_id`;
  const office = Prisma.sql`JOIN office o ON o.id = r.office_id JOIN contract c ON c.id = o.contract_id`;
  return Prisma.sql`${q === '' ? Prisma.empty : names} ${q === '' && area === '' ? Prisma.empty : office}`;
}

function condition(input: ReviewQueueInput, personId: string | null, today: PlainDate): Prisma.Sql {
  const conditions = [
    Prisma.sql`r.status IN ('submitted', 'inReview')`,
    narrowedTo(input.show, personId, today),
  ];
  if (input.area !== '') conditions.push(Prisma.sql`c.delivery_area_id = ${input.area}`);
  if (input.q !== '') {
    const like = `%${input.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(Prisma.sql`(p.given_name || ' ' || p.family_name ILIKE ${like} OR v.name ILIKE ${like} OR o.name ILIKE ${like}
      OR EXISTS (SELECT 1 FROM service_period s WHERE s.placement_id = r.placement_id AND s.implementation_reference = ${input.q}))`);
  }
  return Prisma.join(conditions, ' AND ');
}

function narrowedTo(show: ReviewQueueInput['show'], personId: string | null, today: PlainDate): Prisma.Sql {
  switch (show) {
    case 'all':
      return Prisma.sql`true`;
    case 'mine':
      return Prisma.sql`r.taken_by_person_id = ${personId}::uuid`;
    case 'free':
      return Prisma.sql`r.taken_by_person_id IS NULL`;
    case 'holds':
      return Prisma.sql`r.holds > 0`;
    case 'overdue':
      return Prisma.sql`r.decide_by < ${today}::date`;
  }
}
