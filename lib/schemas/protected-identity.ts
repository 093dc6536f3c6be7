import { z } from 'zod';
import {
  LIFT_REASONS,
  LONGEST_WHY,
  OPEN_REASONS,
  PROTECT_REASONS,
} from '#lib/domain/protected-identity/protected-identity.ts';

const participantId = z.uuid();
const why = z.string().trim().max(LONGEST_WHY, `Skriv högst ${LONGEST_WHY} tecken.`).default('');
const CHOOSE = 'Välj varför.';

export const protectIdentityInput = z.object({
  participantId,
  reason: z.enum(PROTECT_REASONS, CHOOSE),
  why,
  /** The coaches whom the participant has go on seeing them, under the alias. */
  keepCoaches: z.boolean().default(false),
});
export type ProtectIdentityInput = z.infer<typeof protectIdentityInput>;

export const takeOnProtectedInput = z.object({
  reference: z
    .string()
    .trim()
    .regex(/^\d{9}$/, 'En genomförandereferens har nio siffror.'),
  why: why.refine((text) => text.length > 0, 'Skriv varför du tar ansvar för ärendet.'),
});
export type TakeOnProtectedInput = z.infer<typeof takeOnProtectedInput>;

export const nameForProtectedInput = z.object({
  participantId,
  personId: z.uuid('Välj en person ur listan.'),
});
export type NameForProtectedInput = z.infer<typeof nameForProtectedInput>;

export const openProtectedInput = z.object({ participantId, reason: z.enum(OPEN_REASONS, CHOOSE), why });
export type OpenProtectedInput = z.infer<typeof openProtectedInput>;

export const askLiftInput = z.object({ participantId, reason: z.enum(LIFT_REASONS, CHOOSE), why });
export type AskLiftInput = z.infer<typeof askLiftInput>;

export const answerLiftInput = z.object({
  participantId,
  answer: z.enum(['lift', 'stop'], 'Välj om skyddet ska tas bort eller vara kvar.'),
  why,
});
export type AnswerLiftInput = z.infer<typeof answerLiftInput>;

/** The page's address: whose, and a look that waits. */
export const protectedPageInput = z.object({
  participantId,
  reveal: z.uuid().optional().catch(undefined),
});
