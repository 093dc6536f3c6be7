import type { CaseRef } from '#lib/domain/review/case.ts';
import type { QueuePlace } from '#lib/domain/review/review-queue.ts';
import type { CaseInput, ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { foundCases, inView, orderOf, ownAreasOf } from '#lib/server/review/queue-filter.ts';
import { readerOf } from '#lib/server/review/review-queue.ts';

type In<Input> = Input & { readonly filter: ReviewQueueInput };

/** Where a case stands in a view of the queue. */
export const queuePlace = defineQuery<In<CaseInput>, QueuePlace>({
  name: 'review.place',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, { kind, id, filter }, context) => {
    const reader = readerOf(context);
    const found = await foundCases(tx, filter, reader, await ownAreasOf(tx, reader.personId));
    const [place] = await queryJson<QueuePlace>(
      tx,
      Prisma.sql`WITH ${found}, line AS (
        SELECT f.kind, f.id, row_number() OVER (ORDER BY ${orderOf(filter.sort)}) AS place FROM found f WHERE ${inView(filter.show, reader)})
      SELECT (SELECT place::int FROM line WHERE kind = ${kind} AND id = ${id}::uuid) AS position, (SELECT count(*)::int FROM line) AS total`,
    );
    return place ?? null;
  },
  reads: () => null,
});

export type CaseAt = { readonly case: CaseRef; readonly position: number };

/** The case at a place (from 1) of a view of the queue; past the end the first. Null where the view is empty. */
export const caseAt = defineQuery<
  { readonly filter: ReviewQueueInput; readonly at: number },
  { readonly found: CaseAt | null }
>({
  name: 'review.caseAt',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, { at, filter }, context) => {
    const reader = readerOf(context);
    const found = await foundCases(tx, filter, reader, await ownAreasOf(tx, reader.personId));
    const [row] = await queryJson<CaseRef & { readonly position: number }>(
      tx,
      Prisma.sql`WITH ${found}, line AS (
        SELECT f.kind, f.id, row_number() OVER (ORDER BY ${orderOf(filter.sort)}) AS place FROM found f WHERE ${inView(filter.show, reader)})
      SELECT kind, id, place::int AS position FROM line WHERE place IN (1, ${at}) ORDER BY place DESC LIMIT 1`,
    );
    return {
      found: row === undefined ? null : { case: { kind: row.kind, id: row.id }, position: row.position },
    };
  },
  reads: () => null,
});
