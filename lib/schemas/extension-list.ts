import { z } from 'zod';

/** How many days ahead a first period ends, as it stands in the address. */
export const EXTENSION_WINDOWS = [30, 60, 90] as const;

export const extensionListInput = z.object({
  within: z.coerce
    .number()
    .pipe(z.literal([...EXTENSION_WINDOWS]))
    .catch(60),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ExtensionListInput = z.infer<typeof extensionListInput>;
