import { z } from 'zod';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import { parsePlainDate, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

/** A declared data error: what was wrong, since when, which placements, and what is right for them. */
export const declareCorrectionInput = z.object({
  what: z
    .string()
    .trim()
    .min(10, 'Skriv vad som blev fel på minst tio tecken. Leverantörerna läser det.')
    .max(4000, 'Högst 4 000 tecken.'),
  occurredOn: z
    .string()
    .trim()
    .refine((text) => parsePlainDate(text) !== null, 'Ange dagen då felet uppstod, till exempel 2026-03-01.')
    .transform((text): PlainDate => plainDate(text)),
  rows: z
    .string()
    .refine((text) => text.trim() !== '', {
      message: 'Klistra in minst en genomförandereferens.',
      params: { code: 'rowsMissing' },
    })
    .max(400_000, 'Texten är för lång. Dela upp den.'),
  /** For lines that say no level of their own. */
  level: z.enum(LEVELS, 'Välj nivå A, B eller C.').nullish(),
  agreementVersionId: z.string().trim().max(100).nullish(),
});
export type DeclareCorrectionInput = z.infer<typeof declareCorrectionInput>;

const seen = { correctionId: z.uuid(), version: z.number().int().min(1) };

export const seenCorrectionInput = z.object(seen);
export type SeenCorrectionInput = z.infer<typeof seenCorrectionInput>;

export const decideCorrectionInput = z
  .object({
    ...seen,
    decision: z.enum(['decide', 'decline'], 'Välj vad du beslutar.'),
    reason: z.string().trim().max(2000, 'Motiveringen får vara högst 2 000 tecken.').default(''),
    /** Of what was shown, the kronor of each placement included. */
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .refine(({ decision, reason }) => decision === 'decide' || reason.length >= 10, {
    path: ['reason'],
    message: 'Skriv varför på minst tio tecken.',
    params: { code: 'reasonTooShort' },
  });
export type DecideCorrectionInput = z.infer<typeof decideCorrectionInput>;

/** The page of a correction, as it stands in the address. */
export const correctionPageInput = z.object({
  correctionId: z.uuid(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type CorrectionPageInput = z.infer<typeof correctionPageInput>;
