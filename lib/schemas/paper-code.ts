import { z } from 'zod';
import { ASSISTANCE_REASONS } from '#lib/domain/assistance/assistance.ts';
import { LOCALES } from '#lib/shared/i18n/locale.ts';

/** A code for a participant's choice, and why they need one. */
export const handOutCodeInput = z.object({
  participantId: z.uuid(),
  reason: z.enum(ASSISTANCE_REASONS).optional(),
  /** Of the form that the code is printed on. */
  language: z.enum(LOCALES).default('sv'),
});
export type HandOutCodeInput = z.infer<typeof handOutCodeInput>;

/** A code that shall not open anything any more. */
export const revokeCodeInput = z.object({ paperCodeId: z.uuid() });
export type RevokeCodeInput = z.infer<typeof revokeCodeInput>;
