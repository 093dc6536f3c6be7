import { z } from 'zod';
import type { ReportDecision } from '#lib/domain/review/decide-report.ts';
import { REOPEN_KINDS } from '#lib/domain/review/reopen-report.ts';
import { decisionFields, refusalSaysWhy } from '#lib/schemas/decision.ts';

const seenReport = { reportId: z.uuid(), version: z.number().int().min(1) };

/** Taking, handing back and approving name the report and the version that was seen. */
export const seenReportInput = z.object(seenReport);
export type SeenReportInput = z.infer<typeof seenReportInput>;

export const decideReportInput = z.object({ ...seenReport, ...decisionFields }).superRefine(refusalSaysWhy);
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

/** The filters of the queue, as they stand in the address. */
export const reviewQueueInput = z.object({
  q: z.string().trim().max(100).default(''),
  area: z.string().max(100).default(''),
  show: z.enum(['all', 'mine', 'free', 'holds', 'overdue']).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ReviewQueueInput = z.infer<typeof reviewQueueInput>;
