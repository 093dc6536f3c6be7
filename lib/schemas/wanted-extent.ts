import { z } from 'zod';
import { typedText } from '#lib/schemas/document.ts';

export const setWantedExtentInput = z.object({
  placementId: z.uuid(),
  percent: typedText(),
  reason: typedText(500),
  /** Times it had been set when the page was read. */
  times: z.number().int().min(0),
  /** The extent whose kronor have been seen. */
  confirmed: typedText(),
});
export type SetWantedExtentInput = z.infer<typeof setWantedExtentInput>;
