import type { CaseRef } from '#lib/domain/review/case.ts';
import {
  queueHref,
  queueSearch,
  type QueueWay,
  queueWayOf,
  WHOLE_QUEUE,
  withQueueWay,
} from '#lib/schemas/review-bench.ts';

function wayIn(back: string): QueueWay | null {
  return queueWayOf(Object.fromEntries(new URL(back, 'http://portal.invalid').searchParams));
}

/** The view of the queue that a case was opened from; the whole queue where it was opened otherwise. */
export function queueOf(back: string): string {
  return queueHref(wayIn(back)?.filter ?? WHOLE_QUEUE);
}

/** A case's page after a step that leaves it there, with its place in the queue. */
export function stillAt(path: string, back: string): string {
  const way = wayIn(back);
  return way === null ? path : withQueueWay(path, way);
}

/**
 * Where a reviewer goes when a case is decided: to the next one of the view it was opened from, told of what was decided; who came
 * another way stays.
 */
export function afterDecision({ kind, id }: CaseRef, back: string, stay: string): string {
  const way = wayIn(back);
  if (way === null) return stay;
  const search = new URLSearchParams({
    queue: queueSearch(way.filter),
    at: String(way.at),
    decided: `${kind}:${id}`,
  });
  return `/review/next?${search.toString()}`;
}
