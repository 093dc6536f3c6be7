import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { LONGEST_COMMENT } from '#lib/domain/plan/plan-comment.ts';

const text = (empty: string) =>
  z
    .string()
    .trim()
    .max(LONGEST_COMMENT, 'Texten får vara högst 2 000 tecken.')
    .refine((written) => written !== '', { error: empty, params: { code: 'textMissing' } });

/** The participant's comment on a version of the plan; no activity: on the whole of it. */
export const commentPlanInput = z.object({
  planId: z.uuid(),
  activity: z.enum(ACTIVITY_CODES).nullable().default(null),
  text: text('Skriv vad du vill säga.'),
});

export type CommentPlanInput = z.infer<typeof commentPlanInput>;

export const answerPlanCommentInput = z.object({
  commentId: z.uuid(),
  text: text('Skriv ditt svar.'),
});

export const readPlanCommentInput = z.object({ commentId: z.uuid() });
