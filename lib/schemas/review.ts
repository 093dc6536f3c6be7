import { z } from 'zod';
import type { ReportDecision } from '#lib/domain/review/decide-report.ts';
import { REOPEN_KINDS } from '#lib/domain/review/reopen-report.ts';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';

const seenReport = { reportId: z.uuid(), version: z.number().int().min(1) };

/** Taking, handing back and approving name the report and the version that was seen. */
export const seenReportInput = z.object(seenReport);
export type SeenReportInput = z.infer<typeof seenReportInput>;

/** A decision. Returning and rejecting say why; an approval needs no words. */
export const decideReportInput = z
  .object({
    ...seenReport,
    decision: z.enum(['approve', 'return', 'reject'], 'Välj vad du beslutar.'),
    reasonCode: z.enum(REASON_CODES, 'Välj ett skäl.').nullish(),
    reason: z.string().trim().max(2000, 'Motiveringen får vara högst 2 000 tecken.').default(''),
  })
  .superRefine(({ decision, reasonCode, reason }, context) => {
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
  });
export type DecideReportInput = z.infer<typeof decideReportInput>;

/** The decision in the domain's own shape. */
export function decisionOf({ decision, reasonCode, reason }: DecideReportInput): ReportDecision {
  return decision === 'approve'
    ? { kind: decision }
    : { kind: decision, reasonCode: reasonCode ?? 'other', reason };
}

/** Taking a decision up again always says why: the provider reads it. */
export const reopenReportInput = z.object({
  ...seenReport,
  kind: z.enum(REOPEN_KINDS, 'Välj varför beslutet tas upp på nytt.'),
  reason: z
    .string()
    .trim()
    .min(10, 'Skriv varför på minst tio tecken. Leverantören läser det.')
    .max(2000, 'Motiveringen får vara högst 2 000 tecken.'),
});
export type ReopenReportInput = z.infer<typeof reopenReportInput>;

/** The filters of the queue, as they stand in the address. */
export const reviewQueueInput = z.object({
  q: z.string().trim().max(100).default(''),
  area: z.string().max(100).default(''),
  show: z.enum(['all', 'mine', 'free', 'holds', 'overdue']).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ReviewQueueInput = z.infer<typeof reviewQueueInput>;
