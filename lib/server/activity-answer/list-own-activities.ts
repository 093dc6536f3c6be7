import type { OwnActivities } from '#lib/domain/activity-answer/activity-answer.ts';
import { loadOwnMonths } from '#lib/server/activity-answer/own-months.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

/** The participant's own activities of the last months, with what they have said of each. */
export const listOwnActivities = defineQuery<object, OwnActivities>({
  name: 'activityAnswer.listOwn',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  run: async (tx, _, { actor, today }) => {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    return { participantId, months: await loadOwnMonths(tx, participantId, { today }) };
  },
  reads: ({ participantId }) => ({
    type: 'participant',
    id: participantId,
    participantIds: [participantId],
  }),
});
