import { z } from 'zod';

/** A page of the cycles, the latest first. */
export const sampleListInput = z.object({
  page: z.coerce.number().int().min(1).max(1000).default(1).catch(1),
});
export type SampleListInput = z.infer<typeof sampleListInput>;

/** A cycle, and the provider whose strata are asked for. */
export const samplePageInput = z.object({
  cycleId: z.uuid(),
  provider: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .catch(''),
});
export type SamplePageInput = z.infer<typeof samplePageInput>;

export const sampleFileInput = z.object({ cycleId: z.uuid() });
export type SampleFileInput = z.infer<typeof sampleFileInput>;
