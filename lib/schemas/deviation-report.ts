import { z } from 'zod';
import { LONGEST_ANSWER } from '#lib/domain/deviation-report/read-deviation.ts';
import { LONGEST_DOCUMENT_TEXT, typedText } from '#lib/schemas/document.ts';

const words = typedText(LONGEST_ANSWER);

/** The fields of a deviation report as they were typed. */
export const typedDeviation = z.object({
  cause: typedText(),
  from: typedText(),
  otherDay: typedText(),
  through: typedText(),
  expected: typedText(),
  absent: typedText(),
  keepLogged: typedText(),
  notified: typedText(),
  otherKind: typedText(),
  reached: typedText(),
  what: words,
  reason: words,
  problem: words,
  done: words,
  adapted: words,
});

/** What a caseworker says follows, where something does. */
export const deviationAnswer = z.object({ next: typedText(LONGEST_DOCUMENT_TEXT) });

/** Most participants whose absence is reported at once: as many as one coach has. */
const MOST_TOGETHER = 50;

/** The same absence of several participants on one day; times are each one's own. */
export const absenceTogetherInput = z.object({
  placementIds: z
    .array(z.uuid())
    .min(1, 'Välj vilka det gäller.')
    .max(MOST_TOGETHER, `Välj högst ${MOST_TOGETHER} åt gången.`),
  content: typedDeviation,
  /** Hash of what was previewed; empty before the preview. */
  confirmed: z.string().max(64).default(''),
});
export type AbsenceTogetherInput = z.infer<typeof absenceTogetherInput>;
