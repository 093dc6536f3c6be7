import { z } from 'zod';
import { IDENTITY_REASONS, LONGEST_IDENTITY_NOTE } from '#lib/domain/placement/identity-reason.ts';

export const askIdentityNumberInput = z.object({
  placementId: z.uuid(),
  reason: z.enum(IDENTITY_REASONS, 'Välj varför numret behövs.'),
  why: z
    .string()
    .trim()
    .max(LONGEST_IDENTITY_NOTE, `Skriv högst ${LONGEST_IDENTITY_NOTE} tecken.`)
    .default(''),
});
export type AskIdentityNumberInput = z.infer<typeof askIdentityNumberInput>;
