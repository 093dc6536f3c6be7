import { z } from 'zod';
import { API_SCOPES } from '#lib/domain/api-client/scope.ts';

const LONGEST_NAME = 80;

const version = z.int().min(1);

/** A box that has to be ticked. */
const ticked = (words: string) =>
  z.boolean().refine((isTicked) => isTicked, { error: words, params: { code: 'notTicked' } });

export const createApiClientInput = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Skriv vad systemet heter hos er.')
    .max(LONGEST_NAME, `Skriv högst ${LONGEST_NAME} tecken.`),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, 'Välj minst en sak som systemet får göra.')
    .max(API_SCOPES.length)
    .transform((given) => API_SCOPES.filter((scope) => given.includes(scope))),
});

/** What happens to the secret there is when there is a new one. */
export const OLD_SECRET = ['day', 'atOnce'] as const;
export const oldSecret = z.enum(OLD_SECRET, 'Välj vad som händer med den gamla hemligheten.');

export const rotateApiClientInput = z.object({ apiClientId: z.uuid(), version, old: oldSecret });
export type RotateApiClientInput = z.infer<typeof rotateApiClientInput>;

export const revokeApiClientInput = z.object({
  apiClientId: z.uuid(),
  version,
  sure: ticked('Kryssa i rutan om systemet ska stängas av.'),
});
export type RevokeApiClientInput = z.infer<typeof revokeApiClientInput>;

export const giveStandingInput = z.object({
  apiClientId: z.uuid(),
  version,
  onHonour: ticked('Kryssa i rutan om du vill intyga det som systemet skickar.'),
});
export type GiveStandingInput = z.infer<typeof giveStandingInput>;

export const withdrawStandingInput = z.object({ apiClientId: z.uuid(), version });
export type WithdrawStandingInput = z.infer<typeof withdrawStandingInput>;

export const apiClientIdInput = z.object({ apiClientId: z.uuid() });
export const revealIdInput = z.object({ revealId: z.uuid() });

/** What was just done to a system, for its page. */
export const apiClientQuery = z.object({
  done: z.enum(['revoked', 'standingGiven', 'standingWithdrawn']).nullable().catch(null),
});
