import { z } from 'zod';
import { DISPUTE_CAUSES, LONGEST_WORDS, SENT_ANSWERS } from '#lib/domain/activity-answer/activity-answer.ts';
import { monthText } from '#lib/schemas/month-text.ts';

const ofMonth = { placementId: z.uuid(), month: monthText };

/** What a participant says of one activity; `answers` is how many answers they saw. */
export const giveAnswerInput = z
  .object({
    ...ofMonth,
    key: z.string().min(1).max(80),
    answers: z.coerce.number().int().min(0),
    answer: z.enum(SENT_ANSWERS),
    cause: z.enum(DISPUTE_CAUSES, 'Välj vad som inte stämmer.').nullish(),
    words: z.string().trim().max(LONGEST_WORDS, 'Texten får vara högst 1 000 tecken.').default(''),
  })
  .superRefine(({ answer, cause, words }, context) => {
    if (answer !== 'disputed') return;
    if (cause == null)
      context.addIssue({
        code: 'custom',
        params: { code: 'causeMissing' },
        path: ['cause'],
        message: 'Välj vad som inte stämmer.',
      });
    if (cause === 'other' && words === '')
      context.addIssue({
        code: 'custom',
        params: { code: 'wordsMissing' },
        path: ['words'],
        message: 'Skriv vad det var i stället.',
      });
  });
export type GiveAnswerInput = z.infer<typeof giveAnswerInput>;

/** That all of a month was so; `waiting` is how many without an answer they saw. */
export const confirmMonthInput = z.object({ ...ofMonth, waiting: z.coerce.number().int().min(0) });
export type ConfirmMonthInput = z.infer<typeof confirmMonthInput>;

/** Which months a page lists, as it stands in the address. */
export const ownActivitiesInput = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
