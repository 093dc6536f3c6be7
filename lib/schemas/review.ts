import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import type { GivenRow } from '#lib/domain/review/lower-rows.ts';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';
import { decisionFields, refusalSaysWhy } from '#lib/schemas/decision.ts';

const seenReport = { reportId: z.uuid(), version: z.number().int().min(1) };

/** Taking, handing back and approving name the report and the version that was seen. */
export const seenReportInput = z.object(seenReport);
export type SeenReportInput = z.infer<typeof seenReportInput>;

/** A row of the decision; the form sends them all, and those that say as many minutes as reported are left as they are. */
const decidedRow = z.object({
  activity: z.enum(ACTIVITY_CODES),
  form: z.enum(ACTIVITY_FORMS).nullish(),
  approvedMinutes: z.union([z.number().int().min(0), z.string()]).transform((given, context) => {
    if (typeof given === 'number') return given;
    const read = readMinutesText(given);
    if (read.kind === 'minutes') return read.minutes;
    if (read.kind === 'nothing' && given.trim() !== '') return 0;
    context.addIssue({
      code: 'custom',
      message: 'Skriv tiden som 1:30, eller 0:00.',
      params: { code: 'timeUnread' },
    });
    return z.NEVER;
  }),
  reasonCode: z.enum(REASON_CODES, 'Välj ett skäl.').nullish(),
  text: z.string().trim().max(500, 'Skriv högst 500 tecken.').default(''),
});

const verdict = z.enum(['', 'upheld', 'falseAlarm']);

export const decideReportInput = z
  .object({
    ...seenReport,
    ...decisionFields,
    decision: z.enum(
      ['approve', 'approveFewer', 'return', 'proposeReject', 'reject'],
      'Välj vad du beslutar.',
    ),
    rows: z.array(decidedRow).max(60).default([]),
    /** What the reviewer says of the checks, by code; about the rest the decision speaks. */
    verdicts: z.record(z.string().max(60), verdict).default({}),
  })
  .superRefine(({ decision, ...given }, context) => {
    if (decision !== 'approve' && decision !== 'approveFewer')
      refusalSaysWhy({ ...given, decision: 'reject' }, context);
  });
export type DecideReportInput = z.infer<typeof decideReportInput>;

/** The rows as the rules take them. */
export function givenRows({ rows }: DecideReportInput): readonly GivenRow[] {
  return rows.map(({ activity, form, approvedMinutes, reasonCode, text }) => ({
    activity,
    form: form ?? null,
    approvedMinutes,
    reasonCode: reasonCode ?? null,
    text,
  }));
}

/** Verdicts that were given, by code. */
export function saidVerdicts({ verdicts }: DecideReportInput): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(verdicts).flatMap(([code, said]) => (said === '' ? [] : [[code, said === 'upheld']])),
  );
}

const words = (least: string) =>
  z.string().trim().min(10, least).max(4000, 'Texten får vara högst 4 000 tecken.');

/** Code of what a form's first step comes back with: what was written, to be read before it is sent. */
export const PREVIEW_FIRST = 'previewFirst';

function isSeenFirst({ seen }: { readonly seen: boolean }, context: Pick<z.RefinementCtx, 'addIssue'>): void {
  if (seen) return;
  context.addIssue({
    code: 'custom',
    path: ['seen'],
    message: 'Läs igenom texten innan den skickas.',
    params: { code: PREVIEW_FIRST },
  });
}

/** The provider answers a proposed rejection, once. */
export const replyInput = z
  .object({
    ...seenReport,
    text: words('Skriv ert svar på minst tio tecken.'),
    seen: z.boolean().default(true),
  })
  .superRefine(isSeenFirst);
export type ReplyInput = z.infer<typeof replyInput>;

/** The provider asks for reconsideration, once. */
export const reconsiderInput = z
  .object({
    ...seenReport,
    text: words('Skriv på minst tio tecken vad ni anser är fel i beslutet.'),
    seen: z.boolean().default(true),
  })
  .superRefine(isSeenFirst);
export type ReconsiderInput = z.infer<typeof reconsiderInput>;

/** Taking a decision up again always says why: the provider reads it. */
export const reopenReportInput = z.object({
  ...seenReport,
  reason: z
    .string()
    .trim()
    .min(10, 'Skriv varför på minst tio tecken. Leverantören läser det.')
    .max(2000, 'Motiveringen får vara högst 2 000 tecken.'),
});
