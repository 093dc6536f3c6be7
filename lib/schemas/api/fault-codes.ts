import type { CheckCode, CheckFacts } from '#lib/domain/report/check.ts';
import { checkWords } from '#lib/domain/report/check-words.ts';
import { draftExistsWords } from '#lib/domain/report/draft-exists.ts';
import { MOST_JOB_SUGGESTIONS, MOST_MINUTES } from '#lib/domain/report/read-row.ts';
import { type RowFaultCode, type RowFaultFacts, rowFaultWords } from '#lib/domain/report/row-fault.ts';
import { REQUEST_FAULTS, requestFault, tooManyRows } from '#lib/schemas/api/request-fault.ts';
import { MOST_ROWS } from '#lib/schemas/report.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** A code that something in a call can get, with its sentence and remedy as they read for an example. */
export type FaultExample = {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

/** What only the authority's own load says of itself. */
type OfLoad = 'submittedOnFormat' | 'submittedOnFuture';
type RowCode = Exclude<RowFaultCode, OfLoad>;
/** What a check can find that keeps a report from coming in. */
export const BLOCKING_CHECKS = [
  'REPORT_EMPTY',
  'PLAN_MISSING',
  'ACTIVITY_NOT_PLANNED',
  'MONTH_OPEN',
  'OUTSIDE_PLACEMENT',
  'DUPLICATE_REPORT',
  'IMPOSSIBLE_TIME',
  'OTHER_ACTOR_TOO_LONG',
] as const satisfies readonly CheckCode[];
type BlockingCheck = (typeof BLOCKING_CHECKS)[number];

const step = 15;
const activity = 'individualMeeting';
const march = month('2026-03');

const ROW_FACTS: { readonly [Code in RowCode]: RowFaultFacts[Code] } = {
  rowShape: {},
  referenceMissing: {},
  referenceFormat: { value: '12345' },
  referenceUnknown: { value: '999999999' },
  monthMissing: {},
  monthFormat: { value: '2026-13' },
  activityMissing: {},
  activityUnknown: { value: 'meeting' },
  formMissing: { activity },
  formUnknown: { value: 'letter' },
  minutesMissing: {},
  minutesNotWhole: { value: '15,5' },
  minutesTooFew: { value: '0', step },
  minutesStep: { minutes: 50, step },
  minutesTooMany: { minutes: 44_655, most: MOST_MINUTES },
  noneWithForm: { value: 'onSite' },
  noneWithMinutes: { value: '60' },
  noneWithOthers: {},
  reasonMissing: {},
  reasonUnknown: { value: 'holiday' },
  reasonWithoutNone: { value: 'sick' },
  languageFormat: { value: 'arabiska, lite' },
  jobSuggestionsNotWhole: { value: 'två' },
  jobSuggestionsTooMany: { value: '1000', most: MOST_JOB_SUGGESTIONS },
  differsWithinReport: { column: 'language_support', value: 'so', first: 'ar' },
  duplicateRow: { activity },
};

const CHECK_FACTS: { readonly [Code in BlockingCheck]: CheckFacts[Code] } = {
  REPORT_EMPTY: { month: march },
  PLAN_MISSING: { month: march },
  ACTIVITY_NOT_PLANNED: { activity: 'health' },
  MONTH_OPEN: { month: march, opensOn: plainDate('2026-04-01') },
  OUTSIDE_PLACEMENT: { month: march, from: plainDate('2026-04-06'), to: plainDate('2026-10-03') },
  DUPLICATE_REPORT: { month: march, status: 'submitted' },
  IMPOSSIBLE_TIME: { minutes: 14_985, most: 13_200, date: null, serviceDays: 22 },
  OTHER_ACTOR_TOO_LONG: { months: 4, most: 3 },
};

/** Faults in the call as such, in the rows, and in what the rows say, each with an example. */
export function faultCodes(
  locale: ProblemLocale,
): Readonly<Record<'call' | 'row' | 'report', readonly FaultExample[]>> {
  return {
    call: [
      ...keysOf(REQUEST_FAULTS).map((code) => exampleOf(requestFault(code, '', locale))),
      exampleOf(tooManyRows(MOST_ROWS + 1, locale)),
    ],
    row: keysOf(ROW_FACTS).map((code) => ({ code, ...rowFaultWords(code, ROW_FACTS[code], locale) })),
    report: [
      ...BLOCKING_CHECKS.map((code) => ({ code, ...checkWords(code, CHECK_FACTS[code], locale) })),
      { code: 'DRAFT_EXISTS', ...draftExistsWords(march, locale) },
    ],
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal are the keys of its type
const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[];

function exampleOf({ code, message, fix = '' }: FieldProblem): FaultExample {
  return { code, message, fix };
}
