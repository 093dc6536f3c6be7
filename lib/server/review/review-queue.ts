import {
  QUEUE_VIEWS,
  type QueueCounts,
  type QueuedCase,
  type QueueView,
  type ReviewQueue,
} from '#lib/domain/review/review-queue.ts';
import { CASE_KINDS } from '#lib/domain/review/case.ts';
import type { ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { refreshOutcomeWork } from '#lib/server/outcome/outcome-work.ts';
import {
  foundCases,
  inView,
  orderOf,
  ownAreasOf,
  type QueueReader,
} from '#lib/server/review/queue-filter.ts';
import { ore } from '#lib/shared/money.ts';

const PAGE_SIZE = 50;
/** As many lines as a list in a file has at most. */
const MOST_IN_FILE = 10_000;

type Row = QueuedCase & { readonly total: number };

const PURPOSE = 'Granskning';

export function readerOf({ actor, today }: CommandContext): QueueReader {
  return { personId: actor.kind === 'person' ? actor.personId : '', today };
}

/** One page of the list, in the order in which things should be taken. */
export async function listCases(
  tx: Tx,
  input: ReviewQueueInput,
  reader: QueueReader,
  {
    limit,
    offset,
    ownAreas,
  }: { readonly limit: number; readonly offset: number; readonly ownAreas: readonly string[] },
): Promise<readonly QueuedCase[]> {
  const found = await foundCases(tx, input, reader, ownAreas);
  // Names are joined to the cases of the page alone.
  return await queryJson<Row>(
    tx,
    Prisma.sql`
    WITH ${found}, page AS MATERIALIZED (
      SELECT f.* FROM found f
      WHERE ${inView(input.show, reader)} ORDER BY ${orderOf(input.sort)} LIMIT ${limit} OFFSET ${offset})
    SELECT f.kind, f.id, f.version, to_char(f.month, 'YYYY-MM') AS month,
      CASE WHEN f.kind = 'outcome' THEN json_build_object('type', f.type, 'why', f.why) END AS outcome,
      f.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName", l.level,
      f.provider_name AS "providerName", f.office_name AS "officeName", f.area, f.due_on AS "dueOn", f.amount_ore AS "amountOre", f.risk, f.holds,
      f.route, f.reason, f.reply_by AS "replyBy",
      CASE WHEN f.reply_by IS NULL THEN 'none' WHEN f.replied THEN 'answered' WHEN f.reply_by < ${reader.today}::date THEN 'over' ELSE 'waiting' END AS reply,
      f.taken_by_person_id AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName",
      f.taken_at AS "takenAt"
    FROM page f JOIN placement l ON l.id = f.placement_id JOIN participant d ON d.id = f.participant_id JOIN person n ON n.id = d.person_id
      LEFT JOIN person t ON t.id = f.taken_by_person_id
    ORDER BY ${orderOf(input.sort)}`,
  );
}

type Sums = { readonly counts: QueueCounts; readonly total: number; readonly amountOre: number };

/**
 * How much is in each view and of each kind, and the kronor of what is shown. Views of what goes to a person count that alone; where a
 * name is searched for, all of them count whatever was found.
 */
async function sumUp(
  tx: Tx,
  input: ReviewQueueInput,
  reader: QueueReader,
  ownAreas: readonly string[],
): Promise<Sums> {
  const found = await foundCases(tx, input, reader, ownAreas, 'both');
  const within = (view: QueueView): Prisma.Sql =>
    input.q !== '' || view === 'sample'
      ? inView(view, reader)
      : Prisma.sql`f.route = 'person' AND ${inView(view, reader)}`;
  const counted = (name: string, which: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`${name}::text, count(*) FILTER (WHERE ${which})`;
  const shown = within(input.show);
  const views = QUEUE_VIEWS.map((view) => counted(view, within(view)));
  const kinds = CASE_KINDS.map((kind) => counted(kind, Prisma.sql`f.kind = ${kind} AND ${shown}`));
  const [sums] = await queryJson<Sums>(
    tx,
    Prisma.sql`WITH ${found} SELECT json_build_object(${Prisma.join([...views, ...kinds])}) AS counts,
      count(*) FILTER (WHERE ${shown})::int AS total, coalesce(sum(f.amount_ore) FILTER (WHERE ${shown}), 0)::bigint AS "amountOre" FROM found f`,
  );
  if (sums === undefined) throw new Error('A sum has one row');
  return sums;
}

/** What waits for a reviewer, in the order in which it should be taken: by the day it is due, then by money. */
export const reviewQueue = defineQuery<ReviewQueueInput, ReviewQueue>({
  name: 'report.queue',
  mandates: ['reviewer'],
  purpose: PURPOSE,
  run: async (tx, input, context) => {
    const reader = readerOf(context);
    await refreshOutcomeWork(tx, context.today);
    const ownAreas = await ownAreasOf(tx, reader.personId);
    const offset = (input.page - 1) * PAGE_SIZE;
    const cases = await listCases(tx, input, reader, { limit: PAGE_SIZE, offset, ownAreas });
    const sums = await sumUp(tx, input, reader, ownAreas);
    const areas = await tx.deliveryArea.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    return {
      cases,
      ...sums,
      amountOre: ore(sums.amountOre),
      page: input.page,
      pageSize: PAGE_SIZE,
      areas: areas.map(({ id }) => id),
      ownAreas,
      providers: await tx.provider.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    };
  },
  reads: ({ cases }) => ({
    type: 'report',
    id: null,
    participantIds: cases.map(({ participantId }) => participantId),
  }),
});

/** The whole list that the filters leave, for a file. */
export const exportQueue = defineQuery<ReviewQueueInput, readonly QueuedCase[]>({
  name: 'report.exportQueue',
  mandates: ['reviewer'],
  purpose: PURPOSE,
  run: async (tx, input, context) => {
    const reader = readerOf(context);
    await refreshOutcomeWork(tx, context.today);
    const ownAreas = await ownAreasOf(tx, reader.personId);
    return await listCases(tx, input, reader, { limit: MOST_IN_FILE, offset: 0, ownAreas });
  },
  reads: (cases) => ({
    type: 'report',
    id: null,
    participantIds: cases.map(({ participantId }) => participantId),
  }),
});
