import { unanswered } from '#lib/domain/activity-answer/activity-answer.ts';
import { type ConfirmMonthInput, confirmMonthInput } from '#lib/schemas/activity-answer.ts';
import { type LockedOwnMonth, lockOwnMonth } from '#lib/server/activity-answer/lock-own-month.ts';
import { writeAnswers } from '#lib/server/activity-answer/write-answers.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { ok } from '#lib/shared/result.ts';

const CONFIRMED = { answer: 'confirmed', cause: null, words: '' } as const;

/** A participant says that all of a month was so: of what they saw and have not answered yet. What they have disputed stays so. */
export const confirmMonth = defineCommand({
  name: 'activityAnswer.confirmMonth',
  mandates: ['participant'],
  input: confirmMonthInput,
  lock: (tx, input: ConfirmMonthInput, { actor }): Promise<LockedOwnMonth | null> =>
    lockOwnMonth(tx, input, actor),
  // What was logged since they looked, they have not said anything of.
  version: ({ activities }, { waiting: seen }) => ({ seen, current: unanswered(activities).length }),
  guard: () => null,
  stepUp: () => null,
  decide: ({ activities }) => ok(unanswered(activities)),
  async write(tx, waiting, own, { now }) {
    const answerIds = await writeAnswers(tx, waiting, CONFIRMED, own, now);
    return { placementId: own.placementId, month: own.month, answerIds };
  },
  audit: ({ month, answerIds }, _, { participantId }) => ({
    type: 'activityAnswer',
    id: null,
    participantIds: [participantId],
    detail: { month, answerIds },
  }),
});
