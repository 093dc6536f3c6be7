import { z } from 'zod';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';

const seenReport = { reportId: z.uuid(), version: z.number().int().min(1) };

/** Taking, handing back and approving name the report and the version that was seen. */
export const seenReportInput = z.object(seenReport);
export type SeenReportInput = z.infer<typeof seenReportInput>;

/** Returning and rejecting say why. */
export const refuseReportInput = z.object({
  ...seenReport,
  reasonCode: z.enum(REASON_CODES, 'Välj ett skäl.'),
  reason: z
    .string()
    .trim()
    .min(10, 'Skriv en motivering på minst tio tecken. Leverantören läser den.')
    .max(2000, 'Motiveringen får vara högst 2 000 tecken.'),
});
export type RefuseReportInput = z.infer<typeof refuseReportInput>;

/** The filters of the queue, as they stand in the address. */
export const reviewQueueInput = z.object({
  q: z.string().trim().max(100).default(''),
  area: z.string().max(100).default(''),
  show: z.enum(['all', 'mine', 'free', 'holds', 'overdue']).default('all'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ReviewQueueInput = z.infer<typeof reviewQueueInput>;
