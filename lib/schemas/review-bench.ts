import { z } from 'zod';
import { CASE_KINDS, HELD_KINDS } from '#lib/domain/review/case.ts';
import { QUEUE_SORTS, QUEUE_VIEWS } from '#lib/domain/review/review-queue.ts';

/** Every area, where the reviewer has chosen some of their own. */
export const ALL_AREAS = 'all';

/** The filters of the queue, as they stand in the address. What is not understood there counts as not asked. */
export const reviewQueueInput = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  /** A delivery area; empty: the reviewer's own, or all where none are chosen. */
  area: z.string().max(100).catch('').default(''),
  provider: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  kind: z
    .enum(['', ...CASE_KINDS])
    .catch('')
    .default(''),
  due: z.enum(['', 'passed', 'today', 'week']).catch('').default(''),
  show: z.enum(QUEUE_VIEWS).catch('all').default('all'),
  sort: z.enum(QUEUE_SORTS).catch('due').default('due'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type ReviewQueueInput = z.infer<typeof reviewQueueInput>;

/** The whole queue, as it opens. */
export const WHOLE_QUEUE: ReviewQueueInput = reviewQueueInput.parse({});

const caseFields = { kind: z.enum(CASE_KINDS), id: z.uuid() };

export const caseInput = z.object(caseFields);
export type CaseInput = z.infer<typeof caseInput>;

/** Taking and handing back, of the kinds that are taken alike. */
export const heldCaseInput = z.object({ kind: z.enum(HELD_KINDS), id: z.uuid() });
export type HeldCaseInput = z.infer<typeof heldCaseInput>;

export const handOverInput = z.object({
  ...caseFields,
  toPersonId: z.uuid('Välj en kollega.'),
  word: z.string().trim().max(500, 'Skriv högst 500 tecken.').default(''),
});
export type HandOverInput = z.infer<typeof handOverInput>;

export const presenceInput = z.object({ ...caseFields, leave: z.boolean().default(false) });
export type PresenceInput = z.infer<typeof presenceInput>;

/** As many as can be read through on one page. */
export const MOST_TOGETHER = 200;

export const approveReportsInput = z.object({
  reports: z
    .array(z.object({ reportId: z.uuid(), version: z.number().int().min(1) }))
    .min(1, 'Välj minst en rapport.')
    .max(MOST_TOGETHER, `Högst ${MOST_TOGETHER} rapporter godkänns tillsammans.`),
});
export type ApproveReportsInput = z.infer<typeof approveReportsInput>;

export const chooseAreasInput = z.object({ areas: z.array(z.string().max(100)).max(200).default([]) });
export type ChooseAreasInput = z.infer<typeof chooseAreasInput>;

/** A view of the queue as the search part of an address; what stands at its default is left out. */
export function queueSearch(filter: ReviewQueueInput, change: Partial<ReviewQueueInput> = {}): string {
  const shown = { ...filter, page: 1, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(shown)) {
    if (String(value) !== String(WHOLE_QUEUE[name as keyof ReviewQueueInput]))
      search.set(name, String(value));
  }
  return search.toString();
}

export function queueHref(filter: ReviewQueueInput, change: Partial<ReviewQueueInput> = {}): string {
  const search = queueSearch(filter, change);
  return search === '' ? '/review' : `/review?${search}`;
}

/** The view that a case was opened from, and its place there (from 1): parts of the case's address. */
export type QueueWay = { readonly filter: ReviewQueueInput; readonly at: number };

const way = z.object({
  queue: z.string().max(1000),
  at: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export function queueWayOf(search: Readonly<Record<string, unknown>>): QueueWay | null {
  const read = way.safeParse(search);
  if (!read.success) return null;
  const filter = reviewQueueInput.parse(Object.fromEntries(new URLSearchParams(read.data.queue)));
  return { filter, at: read.data.at };
}

/** `path` with the way to it, so that the next one can be found from there. */
export function withQueueWay(
  path: string,
  { filter, at }: QueueWay,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ queue: queueSearch(filter), at: String(at), ...more });
  return `${path}?${search.toString()}`;
}
