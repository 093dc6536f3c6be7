import { z } from 'zod';
import {
  LONGEST_TEXT,
  PRESENTED_ACCESSIBILITY,
  PRESENTED_LANGUAGES,
  SUPPORT_KINDS,
  WORK_FIELDS,
} from '#lib/domain/administration/presentation.ts';

/** Plain text on one line: what is pasted from elsewhere brings no lines or signs of control. */
const text = z
  .string()
  .default('')
  .transform((given) =>
    given
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().max(LONGEST_TEXT, `Skriv högst ${LONGEST_TEXT} tecken.`));

const some = <T extends string>(known: readonly T[]) =>
  z
    .array(z.string())
    .max(100)
    .default([])
    .transform((given): T[] => known.filter((one) => given.includes(one)));

export const presentationContent = z.object({
  goodAt: text,
  support: some(SUPPORT_KINDS),
  fields: some(WORK_FIELDS),
  languages: some(PRESENTED_LANGUAGES),
  accessibility: some(PRESENTED_ACCESSIBILITY),
  gettingThere: text,
  firstMeeting: text,
});

/** `version` is that of the draft that was seen, 0 where there was none. */
export const savePresentationInput = z.object({
  officeId: z.uuid(),
  version: z.int().min(0),
  ...presentationContent.shape,
});
export type SavePresentationInput = z.infer<typeof savePresentationInput>;

export const presentationIdInput = z.object({ presentationId: z.uuid(), version: z.int().min(1) });
export type PresentationIdInput = z.infer<typeof presentationIdInput>;

export const decidePresentationInput = z
  .object({
    presentationId: z.uuid(),
    version: z.int().min(1),
    decision: z.enum(['approved', 'returned'], 'Välj om du godkänner eller lämnar tillbaka.'),
    reason: z.string().trim().max(1000, 'Skriv högst 1 000 tecken.').default(''),
  })
  .refine(({ decision, reason }) => decision === 'approved' || reason !== '', {
    path: ['reason'],
    error: 'Skriv vad som ska ändras.',
  });
export type DecidePresentationInput = z.infer<typeof decidePresentationInput>;

export const officeInput = z.object({ officeId: z.uuid() });
export const presentationInput = z.object({ presentationId: z.uuid() });
export const presentationDone = z
  .enum(['saved', 'submitted', 'withdrawn', 'approved', 'returned'])
  .nullable()
  .catch(null);
