import { z } from 'zod';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';

/** The members of every reviewer's decision: on a report and on an outcome. */
export const decisionFields = {
  decision: z.enum(['approve', 'return', 'reject'], 'Välj vad du beslutar.'),
  reasonCode: z.enum(REASON_CODES, 'Välj ett skäl.').nullish(),
  reason: z.string().trim().max(2000, 'Motiveringen får vara högst 2 000 tecken.').default(''),
};

type Given = z.infer<z.ZodObject<typeof decisionFields>>;

/** Returning and rejecting say why; an approval needs no words. */
export function refusalSaysWhy(
  { decision, reasonCode, reason }: Given,
  context: Pick<z.RefinementCtx, 'addIssue'>,
): void {
  if (decision === 'approve') return;
  if (reasonCode === undefined || reasonCode === null) {
    context.addIssue({
      code: 'custom',
      path: ['reasonCode'],
      message: 'Välj ett skäl.',
      params: { code: 'reasonCodeMissing' },
    });
  }
  if (reason.length < 10) {
    context.addIssue({
      code: 'custom',
      path: ['reason'],
      message: 'Skriv en motivering på minst tio tecken. Leverantören läser den.',
      params: { code: 'reasonTooShort' },
    });
  }
}
