import { z } from 'zod';
import { MOST_FILE_BYTES } from '#lib/domain/evidence/evidence.ts';
import { MEDIA_TYPES } from '#lib/domain/evidence/file-fault.ts';

// What was typed is read by the domain, which names every fault at its field; here it only has a shape.
const typed = z.string().trim().max(200).default('');

/** What is said of a file, and what its bytes say; they are kept beside. */
export const addEvidenceInput = z.object({
  outcomeId: z.uuid(),
  kind: typed,
  spell: typed,
  from: typed,
  through: typed,
  fileName: z.string().trim().min(1).max(200),
  mediaType: z.enum(MEDIA_TYPES),
  size: z.int().min(1).max(MOST_FILE_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type AddEvidenceInput = z.infer<typeof addEvidenceInput>;

export const evidenceInput = z.object({ evidenceId: z.uuid() });
export type EvidenceInput = z.infer<typeof evidenceInput>;

export const judgeEvidenceInput = z.object({
  outcomeId: z.uuid(),
  version: z.number().int().min(1),
  pieces: z
    .array(
      z.object({
        evidenceId: z.uuid(),
        verdict: z.enum(['accept', 'decline', '']).default(''),
        reason: z.string().trim().max(2000, 'Skälet får vara högst 2 000 tecken.').default(''),
      }),
    )
    .max(400),
});
export type JudgeEvidenceInput = z.infer<typeof judgeEvidenceInput>;

export const askEmployerInput = z.object({
  outcomeId: z.uuid(),
  /** The number of the spell that is asked about. */
  employment: typed,
  email: z.string().trim().max(254, 'Adressen är för lång.').default(''),
  contactName: z.string().trim().max(100, 'Namnet får vara högst 100 tecken.').default(''),
  locale: z.enum(['sv', 'en']).default('sv'),
});
export type AskEmployerInput = z.infer<typeof askEmployerInput>;

export const confirmationInput = z.object({ confirmationId: z.uuid() });
export type ConfirmationInput = z.infer<typeof confirmationInput>;

export const answerConfirmationInput = z.object({
  answer: typed,
  from: typed,
  through: typed,
  extentPercent: typed,
  text: z.string().trim().max(1000).default(''),
  name: z.string().trim().max(100).default(''),
  role: z.string().trim().max(100).default(''),
  speaksFor: z.boolean().default(false),
  /** The language that who answers reads the page in. */
  locale: z.enum(['sv', 'en']).default('sv'),
});
export type AnswerConfirmationInput = z.infer<typeof answerConfirmationInput>;
