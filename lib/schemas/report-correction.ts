import { z } from 'zod';
import { decisionFields, refusalSaysWhy } from '#lib/schemas/decision.ts';
import { monthFormFields } from '#lib/schemas/report.ts';

const reason = z.string().trim().max(2000, 'Skälet får vara högst 2 000 tecken.');

/** A correction as somebody writes it. `version` is the draft's as it was seen, 0 where there was none. */
export const saveCorrectionInput = z.object({
  reportId: z.uuid(),
  version: z.int().min(0),
  reason: reason.min(10, 'Skriv varför rapporten rättas, på minst tio tecken. Granskaren läser det.'),
  ...monthFormFields,
});
export type SaveCorrectionInput = z.infer<typeof saveCorrectionInput>;

/** A correction and the version of it that was seen: to discard a draft, or to withdraw what waits. */
export const seenCorrectionInput = z.object({ correctionId: z.uuid(), version: z.int().min(1) });
export type SeenCorrectionInput = z.infer<typeof seenCorrectionInput>;

/** The signature over a correction: as it was seen, with the hash of all that was shown. */
export const attestCorrectionInput = z.object({
  correctionId: z.uuid(),
  version: z.int().min(1),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  onHonour: z.boolean(),
});
export type AttestCorrectionInput = z.infer<typeof attestCorrectionInput>;

/** A correction is approved or rejected: to be completed, it is made again. */
export const decideCorrectionInput = z
  .object({
    correctionId: z.uuid(),
    version: z.int().min(1),
    ...decisionFields,
    decision: z.enum(['approve', 'reject'], 'Välj vad du beslutar.'),
  })
  .superRefine(refusalSaysWhy);
export type DecideCorrectionInput = z.infer<typeof decideCorrectionInput>;

export const shownReportInput = z.object({ reportId: z.uuid() });
export type ShownReportInput = z.infer<typeof shownReportInput>;
