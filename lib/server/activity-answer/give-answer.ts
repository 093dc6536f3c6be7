import { type OwnActivity, refuseTakingBack } from '#lib/domain/activity-answer/activity-answer.ts';
import { type GiveAnswerInput, giveAnswerInput } from '#lib/schemas/activity-answer.ts';
import { holdDisputed } from '#lib/server/activity-answer/hold-disputed.ts';
import { type LockedOwnMonth, lockOwnMonth } from '#lib/server/activity-answer/lock-own-month.ts';
import { writeAnswers } from '#lib/server/activity-answer/write-answers.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';
import { ok } from '#lib/shared/result.ts';

type State = { readonly own: LockedOwnMonth; readonly activity: OwnActivity };

/**
 * A participant says of one activity that it was so, or not, or takes back what they said (choice section 3). A dispute is told to the coach, and holds the
 * month's report, whether that comes later or waits for its review. Nobody needs to answer for anything to be paid.
 */
export const giveAnswer = defineCommand({
  name: 'activityAnswer.give',
  mandates: ['participant'],
  input: giveAnswerInput,
  async lock(tx, input: GiveAnswerInput, { actor }): Promise<State | null> {
    const own = await lockOwnMonth(tx, input, actor);
    const activity = own?.activities.find(({ key }) => key === input.key);
    return own === null || activity === undefined ? null : { own, activity };
  },
  version: ({ activity: { answers: current } }, { answers: seen }) => ({ seen, current }),
  guard: ({ own, activity }, { answer }) => (answer === 'withdrawn' ? refuseTakingBack(activity, own) : null),
  stepUp: () => null,
  decide: (_state, { answer, cause, words }) =>
    ok(answer === 'disputed' ? { answer, cause: cause ?? null, words } : { answer, cause: null, words: '' }),
  async write(tx, given, { own, activity }, { now }) {
    const [answerId = ''] = await writeAnswers(tx, [activity], given, own, now);
    const { placementId, month } = own;
    const concerns = given.answer === 'disputed' || activity.answer === 'disputed';
    const held = concerns && (await holdDisputed(tx, own, activity, now));
    if (given.answer !== 'disputed') return { answerId, placementId, month, answer: given.answer, held };
    await notify(tx, {
      event: 'activityDisputed',
      to: { kind: 'coach' },
      about: {
        placementId,
        subject: { type: 'activityAnswer', id: answerId },
        path: `${participantPath(placementId)}#log`,
      },
      now,
    });
    return { answerId, placementId, month, answer: given.answer, held };
  },
  audit: ({ answerId, month }, { answer, cause }, { own: { participantId } }) => ({
    type: 'activityAnswer',
    id: answerId,
    participantIds: [participantId],
    detail: { month, answer, cause },
  }),
});
