import type { ServiceRow } from '#lib/domain/placement/service-row.ts';
import { officeOf } from '#prisma/seed/demo/firms.ts';
import type { ParticipantStory } from '#prisma/seed/demo/story/participant-story.ts';

/** The participant's service as the authority's case system tells it: one row for each period. */
export function serviceRows(story: ParticipantStory): readonly ServiceRow[] {
  const { level, agreement, area, waiting } = story;
  const decided = { level, agreement, deliveryArea: area } as const;
  const placed = story.stays.flatMap((stay) => {
    const { kaNumber } = officeOf(stay.office).contract;
    return stay.periods.map((period, index): ServiceRow => {
      const isLast = index === stay.periods.length - 1;
      return {
        ...decided,
        ...period,
        kaNumber,
        choice: stay.choice,
        end: isLast ? stay.end : null,
        endReason: isLast ? stay.endReason : null,
      };
    });
  });
  if (waiting === null) return placed;
  return [
    ...placed,
    { ...decided, ...waiting, number: 1, kaNumber: null, choice: null, end: null, endReason: null },
  ];
}
