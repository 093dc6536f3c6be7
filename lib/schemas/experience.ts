import { z } from 'zod';
import { EXPERIENCE_KINDS } from '#lib/domain/experience/experience.ts';

const year = z
  .number('Ange året med fyra siffror.')
  .int('Ange året med fyra siffror.')
  .nullable()
  .default(null);

/** Something new, or – with `threadId` and the version that was seen – a change of it. */
export const saveExperienceInput = z.object({
  placementId: z.uuid(),
  threadId: z.uuid().optional(),
  seen: z.number().int().min(1).optional(),
  kind: z.enum(EXPERIENCE_KINDS, 'Välj vad det är.'),
  what: z.string().trim().min(1, 'Skriv vad det är.').max(120, 'Skriv högst 120 tecken.'),
  place: z.string().trim().max(120, 'Skriv högst 120 tecken.').default(''),
  fromYear: year,
  toYear: year,
  note: z.string().trim().max(500, 'Skriv högst 500 tecken.').default(''),
});
export type SaveExperienceInput = z.infer<typeof saveExperienceInput>;

export const removeExperienceInput = z.object({
  placementId: z.uuid(),
  threadId: z.uuid(),
  seen: z.number().int().min(1),
});
export type RemoveExperienceInput = z.infer<typeof removeExperienceInput>;
