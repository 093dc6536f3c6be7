import { z } from 'zod';
import { LONGEST_RECIPIENT, SHARE_DAYS } from '#lib/domain/plan-share/plan-share.ts';

/** A link to the participant's own plan: for whom, and how long. */
export const createPlanShareInput = z
  .object({
    recipient: z.string().trim().max(LONGEST_RECIPIENT, 'Skriv högst 80 tecken.').default(''),
    days: z.coerce.number().nullish(),
  })
  .superRefine(({ recipient, days }, context) => {
    const fault = (path: string, code: string, message: string) => {
      context.addIssue({ code: 'custom', params: { code }, path: [path], message });
    };
    if (recipient === '') fault('recipient', 'recipientMissing', 'Skriv vem du ska ge länken till.');
    if (!SHARE_DAYS.some((one) => one === days))
      fault('days', 'daysMissing', 'Välj hur länge länken ska gälla.');
  });
export type CreatePlanShareInput = z.infer<typeof createPlanShareInput>;

export const closePlanShareInput = z.object({ shareId: z.uuid() });
export type ClosePlanShareInput = z.infer<typeof closePlanShareInput>;
