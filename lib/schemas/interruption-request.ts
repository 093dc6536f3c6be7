import { z } from 'zod';
import { LONGEST_DOCUMENT_TEXT, typedText } from '#lib/schemas/document.ts';

const text = typedText(LONGEST_DOCUMENT_TEXT);

export const typedInterruption = z.object({
  cause: typedText(),
  happened: text,
  adapted: text,
  said: text,
  lastDay: typedText(),
});

/** The day and cause of an end as they were typed, and the kronor that were shown with them. */
export const typedEnd = {
  lastDay: typedText(),
  cause: typedText(),
  despiteActivity: z.boolean().default(false),
  confirmed: z.string().max(200).default(''),
};

const nothing = { lastDay: '', cause: '', despiteActivity: false, confirmed: '' };
export const interruptionAnswer = z.object(typedEnd).default(nothing);
export type InterruptionAnswer = z.infer<typeof interruptionAnswer>;
