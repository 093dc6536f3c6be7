import type { OwnActivities } from '#lib/domain/activity-answer/activity-answer.ts';
import { loadOwnMonths, monthsWithActivities } from '#lib/server/activity-answer/own-months.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

const MONTHS_PER_PAGE = 6;

/** The participant's own activities month by month, with what they have said of each. */
export const listOwnActivities = defineQuery<{ readonly page: number }, OwnActivities>({
  name: 'activityAnswer.listOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  run: async (tx, { page }, { actor }) => {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const all = await monthsWithActivities(tx, participantId);
    const shown = all.slice((page - 1) * MONTHS_PER_PAGE, page * MONTHS_PER_PAGE);
    const [last] = shown;
    const first = shown.at(-1);
    return {
      participantId,
      months:
        first === undefined || last === undefined
          ? []
          : await loadOwnMonths(tx, participantId, { first, last }),
      page,
      pages: Math.max(page, Math.ceil(all.length / MONTHS_PER_PAGE)),
    };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});
