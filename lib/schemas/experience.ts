import { z } from 'zod';
import { EXPERIENCE_KINDS, MOST_EXPERIENCE } from '#lib/domain/experience/experience.ts';

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

/** As a file has it: the rules of the domain read it, and say what is wrong with it. */
const cell = z.string().max(2000).default('');

/** Rows of a file with experience, and which of them are to be written down. */
export const importExperienceInput = z.object({
  placementId: z.uuid(),
  rows: z
    .array(
      z.object({
        row: z.number().int().min(1),
        kind: cell,
        what: cell,
        place: cell,
        fromYear: cell,
        toYear: cell,
        note: cell,
        take: z.boolean(),
      }),
    )
    .min(1)
    .max(MOST_EXPERIENCE),
});
export type ImportExperienceInput = z.infer<typeof importExperienceInput>;

/** The blank file, in the kind that was asked for. */
export const experienceTemplateInput = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') });
