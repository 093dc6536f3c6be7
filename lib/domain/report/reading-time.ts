import type { ReportFacts } from '#lib/domain/report/report-facts.ts';

/** What a signatory was shown, and when: hashes of contents, and milliseconds since 1970 by the portal's clock. */
export type Shown = { readonly at: number; readonly contentHashes: readonly string[] };

/**
 * How long a signatory has had for the contents that are signed `at` (review section 1, a batch attested faster than it can
 * be read): each is read from the moment at which it was first shown just as it is. In whole seconds; contents that were never
 * shown tell nothing.
 */
export function readingOf(
  signed: readonly string[],
  shown: readonly Shown[],
  at: number,
): ReportFacts['reading'] {
  const firstShown = signed.flatMap((hash) => {
    const times = shown.filter(({ contentHashes }) => contentHashes.includes(hash)).map((one) => one.at);
    return times.length === 0 ? [] : [Math.min(...times)];
  });
  return [...new Set(firstShown)]
    .toSorted((a, b) => a - b)
    .map((from) => ({
      reports: firstShown.filter((time) => time >= from).length,
      seconds: Math.max(0, Math.floor((at - from) / 1000)),
    }));
}
