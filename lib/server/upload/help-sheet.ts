import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { SHEET_NAMES } from '#lib/domain/upload/template-rows.ts';
import type { XlsxSheet } from '#lib/server/files/xlsx-writer.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Line = readonly [column: string, code: string, words: string];

const HEADS: Readonly<Record<ProblemLocale, readonly [string, string, string]>> = {
  sv: ['Kolumn', 'Skriv', 'Betyder'],
  en: ['Column', 'Write', 'Means'],
};

const RULES: Readonly<Record<ProblemLocale, readonly Line[]>> = {
  sv: [
    ['implementation_reference', 'nio siffror', 'Deltagarens genomförandereferens.'],
    ['month', '2026-03', 'År och månad.'],
    ['minutes', 'jämna kvartar', 'Minuter i månaden för aktiviteten i den formen, till exempel 45.'],
    [
      'language_support',
      'ar',
      'Språkets kod om stödet gavs på ett annat språk. Samma på deltagarens alla rader.',
    ],
    ['job_suggestions', 'antal', 'Jobbförslag i månaden. Samma på deltagarens alla rader.'],
    [
      'activity',
      'none',
      'Deltagaren deltog inte i något: en enda rad med 0 minuter, utan form, med en orsak.',
    ],
  ],
  en: [
    ['implementation_reference', 'nine digits', 'The participant’s implementation reference.'],
    ['month', '2026-03', 'Year and month.'],
    ['minutes', 'whole quarters', 'Minutes in the month for the activity in that form, for example 45.'],
    [
      'language_support',
      'ar',
      'Code of the language of the support if not Swedish. The same on each row of the participant.',
    ],
    ['job_suggestions', 'count', 'Job suggestions in the month. The same on each row of the participant.'],
    [
      'activity',
      'none',
      'The participant took part in nothing: one row with 0 minutes, no form, and a reason.',
    ],
  ],
};

/** The sheet beside the reports: what each column takes, and every code with its word. */
export function helpSheet(locale: ProblemLocale): XlsxSheet {
  const [column, code, words] = HEADS[locale];
  const lines: readonly Line[] = [
    ...RULES[locale],
    ...ACTIVITY_CODES.map((activity): Line => ['activity', activity, activityName(activity, locale)]),
    ...ACTIVITY_FORMS.map((form): Line => ['form', form, formName(form, locale)]),
    ...ABSENCE_REASONS.map((reason): Line => ['reason', reason, absenceReasonName(reason, locale)]),
  ];
  return {
    name: SHEET_NAMES.help[locale],
    columns: [
      { head: column, kind: 'text', width: 26 },
      { head: code, kind: 'text', width: 22 },
      { head: words, kind: 'text', width: 90 },
    ],
    rows: lines,
  };
}
