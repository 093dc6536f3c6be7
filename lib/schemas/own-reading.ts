import { z } from 'zod';

/** Which readings a page lists, as it stands in the address: `from` is the authority or a provider, empty for all. */
export const ownReadingsInput = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  from: z
    .union([z.literal('authority'), z.uuid(), z.literal('')])
    .catch('')
    .default(''),
});
export type OwnReadingsInput = z.infer<typeof ownReadingsInput>;
