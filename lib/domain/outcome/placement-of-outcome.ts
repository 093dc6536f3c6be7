import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A placement of the participant as far as its days go: `from` is in it, `end` is not. */
export type ServiceSpan = { readonly placementId: string; readonly from: PlainDate; readonly end: PlainDate };

/** The first claimed day on which somebody works or studies at all; null where no spell reaches the claimed start. */
function firstDay({ from, spells }: OutcomeContent): PlainDate | null {
  const days = spells.flatMap((spell) =>
    spell.to === null || spell.to > from ? [spell.from > from ? spell.from : from] : [],
  );
  return days.toSorted()[0] ?? null;
}

/**
 * The placement that an outcome belongs to: the one whose service days hold its start, else the participant's latest that
 * ended before it (compensation model section 4). Null where it began before every placement: then any may tell so.
 */
export function placementOfOutcome(content: OutcomeContent, spans: readonly ServiceSpan[]): string | null {
  const start = firstDay(content);
  if (start === null) return null;
  const begun = spans.filter(({ from }) => from <= start);
  const holds = begun.find(({ end }) => start < end);
  const latest = begun.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0];
  return (holds ?? latest)?.placementId ?? null;
}
