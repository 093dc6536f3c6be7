import type { QueueSort, QueueView } from '#lib/domain/review/review-queue.ts';
import type { Route } from '#lib/domain/review/route.ts';
import { ALL_AREAS, type ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import { likePattern } from '#lib/server/admin/like-pattern.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { casesOf } from '#lib/server/review/queue-source.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type QueueReader = { readonly personId: string; readonly today: PlainDate };

/** The delivery areas whose cases the reviewer sees first; none: all of them. */
export async function ownAreasOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx.reviewerArea.findMany({
    where: { personId },
    select: { deliveryAreaId: true },
    orderBy: { deliveryAreaId: 'asc' },
  });
  return rows.map(({ deliveryAreaId }) => deliveryAreaId);
}

/** Where cases go: to a person, or to the draw of their month. Whoever is searched for by name is found on both. */
export type QueueWay = Route | 'both';

/** The way whose cases a view shows. What waits for the draw is many and looked at seldom: no other view counts it. */
export function shownWay({ q, show }: Pick<ReviewQueueInput, 'q' | 'show'>): QueueWay {
  if (q !== '') return 'both';
  return show === 'sample' ? 'automatic' : 'person';
}

/** What the filters leave of one way, as the table `found`, whichever view of it is shown. */
export async function foundCases(
  tx: Tx,
  input: ReviewQueueInput,
  { today }: QueueReader,
  ownAreas: readonly string[],
  way: QueueWay = shownWay(input),
): Promise<Prisma.Sql> {
  const { reviewDays } = await termsInForce(tx, today);
  const conditions = [Prisma.sql`true`];
  if (input.kind !== '') conditions.push(Prisma.sql`q.kind = ${input.kind}`);
  if (input.q !== '') conditions.push(named(input.q));
  if (way !== 'both') conditions.push(ROUTED[way]);
  if (input.provider !== '') conditions.push(Prisma.sql`q.provider_id = ${input.provider}::uuid`);
  if (input.area === '' && ownAreas.length > 0) conditions.push(inAreas(ownAreas));
  if (input.area !== '' && input.area !== ALL_AREAS) conditions.push(inAreas([input.area]));
  if (input.due !== '') conditions.push(dueWithin(input.due, today));
  return Prisma.sql`${input.q === '' ? Prisma.empty : meant(input.q)}
    found AS (SELECT q.* FROM (${casesOf(reviewDays)}) q WHERE ${Prisma.join(conditions, ' AND ')})`;
}

/** Which offices are meant is found first, once: the planner guesses low how many cases there are, and would look for each one's office. */
function inAreas(areas: readonly string[]): Prisma.Sql {
  return Prisma.sql`q.office_id = ANY (ARRAY(SELECT o.id FROM office o JOIN contract c ON c.id = o.contract_id
    WHERE c.delivery_area_id = ANY (${areas})))`;
}

/** Written out, so that the plan leaves out what never goes that way, and finds reports by the index of theirs. */
const ROUTED: Readonly<Record<Route, Prisma.Sql>> = {
  person: Prisma.sql`q.route = 'person'`,
  automatic: Prisma.sql`q.route = 'automatic'`,
};

/** Whoever is meant is found first, once, and not for each of thousands of cases, nor for each kind of them. */
function meant(words: string): Prisma.Sql {
  return Prisma.sql`meant AS MATERIALIZED (SELECT d.id FROM participant d JOIN person n ON n.id = d.person_id
    WHERE n.given_name || ' ' || n.family_name ILIKE ${likePattern(words)}),`;
}

/** Cases of whoever is {@link meant}, and of offices and providers that are called so. */
function named(words: string): Prisma.Sql {
  const like = likePattern(words);
  return Prisma.sql`(q.office_id = ANY (ARRAY(SELECT o.id FROM office o JOIN provider v ON v.id = o.provider_id
      WHERE v.name ILIKE ${like} OR o.name ILIKE ${like}))
    OR q.participant_id IN (SELECT id FROM meant)
    OR q.placement_id IN (SELECT s.placement_id FROM service_period s WHERE s.implementation_reference = ${words}))`;
}

function dueWithin(due: Exclude<ReviewQueueInput['due'], ''>, today: PlainDate): Prisma.Sql {
  switch (due) {
    case 'passed':
      return Prisma.sql`q.due_on < ${today}::date`;
    case 'today':
      return Prisma.sql`q.due_on <= ${today}::date`;
    case 'week':
      return Prisma.sql`q.due_on <= ${addDays(today, 7)}::date`;
  }
}

/** Whether a found case is in a view. A proposed rejection is not late: the provider has its days to answer. */
export function inView(show: QueueView, { personId, today }: QueueReader): Prisma.Sql {
  switch (show) {
    case 'all':
      return Prisma.sql`true`;
    case 'sample':
      return Prisma.sql`f.route = 'automatic'`;
    case 'mine':
      return Prisma.sql`f.taken_by_person_id = ${personId}::uuid`;
    case 'free':
      return Prisma.sql`f.taken_by_person_id IS NULL AND (f.reply_by IS NULL OR f.replied OR f.reply_by < ${today}::date)`;
    case 'holds':
      return Prisma.sql`f.holds > 0`;
    case 'overdue':
      return Prisma.sql`f.due_on < ${today}::date`;
  }
}

/** The order of the list. Whatever it is ordered by first, ties go by day, then money: the order in which things should be taken. */
export function orderOf(sort: QueueSort): Prisma.Sql {
  const byDay = Prisma.sql`f.due_on, f.amount_ore DESC NULLS LAST, f.id`;
  switch (sort) {
    case 'due':
      return byDay;
    case 'amount':
      return Prisma.sql`f.amount_ore DESC NULLS LAST, ${byDay}`;
    case 'risk':
      return Prisma.sql`f.holds DESC, f.risk DESC, ${byDay}`;
    case 'provider':
      return Prisma.sql`(SELECT v.name FROM provider v WHERE v.id = f.provider_id), (SELECT o.name FROM office o WHERE o.id = f.office_id), ${byDay}`;
  }
}
