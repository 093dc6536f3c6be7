import type { CaseRef } from '#lib/domain/review/case.ts';
import { queueSearch, queueWayOf } from '#lib/schemas/review-bench.ts';

/**
 * Where a reviewer goes when a case is decided: to the next one of the view it was opened from, told of what was decided; who came
 * another way stays.
 */
export function afterDecision({ kind, id }: CaseRef, back: string, stay: string): string {
  const way = queueWayOf(Object.fromEntries(new URL(back, 'http://portal.invalid').searchParams));
  if (way === null) return stay;
  const search = new URLSearchParams({
    queue: queueSearch(way.filter),
    at: String(way.at),
    decided: `${kind}:${id}`,
  });
  return `/review/next?${search.toString()}`;
}
