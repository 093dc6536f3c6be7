import { z } from 'zod';
import { LOCALES } from '#lib/shared/i18n/locale.ts';

/** The language that somebody wants to read. */
export const ownLanguageInput = z.object({ locale: z.enum(LOCALES, 'Språket finns inte i portalen.') });
export type OwnLanguageInput = z.infer<typeof ownLanguageInput>;
