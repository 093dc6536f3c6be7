import { z } from 'zod';
import { LOCALES } from '#lib/shared/i18n/locale.ts';
import { LONGEST_ANSWER, MOST_JOBS, VERDICTS_ON_REPORT } from '#lib/domain/final-report/final-report.ts';
import { SHARED } from '#lib/domain/final-report/handing-on.ts';
import { typedText } from '#lib/schemas/document.ts';

const answer = () => typedText(LONGEST_ANSWER);

export const typedFinalReport = z.object({
  occupation: typedText(20),
  jobs: z
    .array(z.object({ field: typedText(), group: typedText(), form: typedText(), extent: typedText() }))
    .max(MOST_JOBS)
    .default([]),
  level: typedText(),
  programme: typedText(),
  weeks: typedText(),
  seeking: answer(),
  other: answer(),
  activities: z
    .record(z.string().max(40), z.object({ done: answer(), worked: answer(), notWorked: answer() }))
    .default({}),
  progress: answer(),
  next: answer(),
});

/** What a caseworker who read a final report says of it. */
export const judgeFinalReportInput = z.object({
  documentId: z.uuid(),
  verdict: z.enum(VERDICTS_ON_REPORT, 'Välj ett svar.'),
  missing: typedText(1000),
});
export type JudgeFinalReportInput = z.infer<typeof judgeFinalReportInput>;

/** The participant lets the next provider read something, or takes that back. */
export const setSharingInput = z.object({
  switchId: z.uuid(),
  what: z.enum(SHARED),
  given: z.boolean(),
  /** Times that it was said before, as the page showed it. */
  number: z.coerce.number().int().min(0),
  /** The language that the page was in. */
  locale: z.enum(LOCALES).default('sv'),
});
export type SetSharingInput = z.infer<typeof setSharingInput>;
