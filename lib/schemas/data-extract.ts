import { z } from 'zod';

/** One's own extract. */
export const askDataExtractInput = z.object({});

/** Somebody's, on paper: whoever gives it out says how it was asked for. */
export const handOutDataExtractInput = z.object({
  participantId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(1, 'Skriv hur deltagaren bad om utdraget.')
    .max(300, 'Skriv högst 300 tecken.'),
});

export const dataExtractIdInput = z.object({ extractId: z.uuid() });

/** What the page says has just happened. */
export const dataExtractNotice = z.enum(['requested', 'gone']).nullable().catch(null);
