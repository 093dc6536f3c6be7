import { z } from 'zod';
import { SENT_KINDS } from '#lib/domain/participant/own-document.ts';

/** What of all that was sent a page lists, as it stands in the address. */
export const sentListInput = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  kind: z
    .enum([...SENT_KINDS, ''])
    .catch('')
    .default(''),
});
export type SentListInput = z.infer<typeof sentListInput>;
