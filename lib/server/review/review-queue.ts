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
  type QueueWay,
  shownWay,
} from '#lib/server/review/queue-filter.ts';
import { ore } from '#lib/shared/money.ts';

const PAGE_SIZE = 50;
/** As many lines as a list in a file has at most. */
const MOST_IN_FILE = 10_000;

const PURPOSE = 'Granskning';

export function readerOf({ actor, today }: CommandContext): QueueReader {
  return { personId: actor.kind === 'person' ? actor.personId : '', today };
}

type Listing = Readonly<Record<'limit' | 'offset', number>> & { readonly ownAreas: readonly string[] };

/** A part of the list, in the order in which things should be taken, out of `found`: names are joined to its cases alone. */
function linesOf(
  { show, sort }: ReviewQueueInput,
  reader: QueueReader,
  { limit, offset }: Pick<Listing, 'limit' | 'offset'>,
): Prisma.Sql {
  return Prisma.sql`
    WITH page AS MATERIALIZED (
      SELECT f.* FROM found f
      WHERE ${inView(show, reader)} ORDER BY ${orderOf(sort)} LIMIT ${limit} OFFSET ${offset})
    SELECT f.kind, f.id, f.version, to_char(f.month, 'YYYY-MM') AS month,
      CASE WHEN f.kind = 'outcome' THEN json_build_object('type', f.type, 'why', f.why) END AS outcome,
      f.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName", l.level,
      v.name AS "providerName", o.name AS "officeName", c.delivery_area_id AS area, f.due_on AS "dueOn", f.amount_ore AS "amountOre", f.risk, f.holds,
      f.route, f.reason, f.reply_by AS "replyBy",
      CASE WHEN f.reply_by IS NULL THEN 'none' WHEN f.replied THEN 'answered' WHEN f.reply_by < ${reader.today}::date THEN 'over' ELSE 'waiting' END AS reply,
      f.taken_by_person_id AS "takenByPersonId", t.given_name || ' ' || t.family_name AS "takenByName",
      f.taken_at AS "takenAt"
    FROM page f JOIN placement l ON l.id = f.placement_id JOIN participant d ON d.id = f.participant_id JOIN person n ON n.id = d.person_id
      JOIN office o ON o.id = f.office_id JOIN provider v ON v.id = o.provider_id JOIN contract c ON c.id = o.contract_id
      LEFT JOIN person t ON t.id = f.taken_by_person_id
    ORDER BY ${orderOf(sort)}`;
}

/** The list that the filters leave, as far as `limit`. */
export async function listCases(
  tx: Tx,
  input: ReviewQueueInput,
  reader: QueueReader,
  listing: Listing,
): Promise<readonly QueuedCase[]> {
  const found = await foundCases(tx, input, reader, listing.ownAreas);
  return await queryJson<QueuedCase>(
    tx,
    Prisma.sql`WITH ${found} SELECT line.* FROM (${linesOf(input, reader, listing)}) line`,
  );
}

/** How many cases each of the views has that are of a way. */
function countsOf(views: readonly QueueView[], reader: QueueReader): readonly Prisma.Sql[] {
  return views.map((view) => counted(view, inView(view, reader)));
}

function counted(name: string, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${name}::text, count(*) FILTER (WHERE ${which})`;
}

/** Views of what goes to a person count that alone; where a name is searched for, all of them count whatever was found. */
function viewsOf(way: QueueWay): readonly QueueView[] {
  return QUEUE_VIEWS.filter((view) => way === 'both' || (view === 'sample') === (way === 'automatic'));
}

type Shown = Pick<ReviewQueue, 'cases' | 'total' | 'counts'> & { readonly amountOre: number };

/** A page of the list with how much is in each view and of each kind, and the kronor of what is shown: what is found is found once for all of it. */
async function showCases(
  tx: Tx,
  input: ReviewQueueInput,
  reader: QueueReader,
  listing: Listing,
): Promise<Shown> {
  const way = shownWay(input);
  const found = await foundCases(tx, input, reader, listing.ownAreas);
  const shown = inView(input.show, reader);
  const kinds = CASE_KINDS.map((kind) => counted(kind, Prisma.sql`f.kind = ${kind} AND ${shown}`));
  const [page] = await queryJson<Shown>(
    tx,
    Prisma.sql`WITH ${found} SELECT (SELECT coalesce(json_agg(line), '[]') FROM (${linesOf(input, reader, listing)}) line) AS cases,
      json_build_object(${Prisma.join([...countsOf(viewsOf(way), reader), ...kinds])}) AS counts,
      count(*) FILTER (WHERE ${shown})::int AS total, coalesce(sum(f.amount_ore) FILTER (WHERE ${shown}), 0)::bigint AS "amountOre" FROM found f`,
  );
  if (page === undefined) throw new Error('A sum has one row');
  if (way === 'both') return page;
  const other = way === 'person' ? 'automatic' : 'person';
  const beside = await foundCases(tx, input, reader, listing.ownAreas, other);
  const [more] = await queryJson<{ readonly counts: Partial<QueueCounts> }>(
    tx,
    Prisma.sql`WITH ${beside} SELECT json_build_object(${Prisma.join(countsOf(viewsOf(other), reader))}) AS counts FROM found f`,
  );
  return { ...page, counts: { ...page.counts, ...more?.counts } };
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
    const shown = await showCases(tx, input, reader, { limit: PAGE_SIZE, offset, ownAreas });
    const areas = await tx.deliveryArea.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
    return {
      ...shown,
      amountOre: ore(shown.amountOre),
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
