import { type PlainDate, parsePlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** What an informative report is about (service description section 5). */
export const INFORMATIVE_CATEGORIES = [
  'contactMe',
  'otherMeasure',
  'aid',
  'signLanguageInterpreter',
  'dialogue',
  'extensionBasis',
] as const;
export type InformativeCategory = (typeof INFORMATIVE_CATEGORIES)[number];

/** Longest text, in characters (service description section 5). */
export const LONGEST_INFORMATIVE_TEXT = 2000;

/** Least text that says anything, in characters. */
const LEAST_TEXT = 20;

export type InformativeReport = {
  readonly category: InformativeCategory;
  readonly text: string;
  /** By when the sender needs an answer; null where none is needed by a day. */
  readonly answerBy: PlainDate | null;
};

export type TypedInformativeReport = {
  readonly category: string;
  readonly text: string;
  readonly answerBy: string;
};

/** The report that was typed, or everything that is wrong with it. An answer is needed on `today` at the earliest. */
export function readInformativeReport(
  { category: chosen, text, answerBy: typed }: TypedInformativeReport,
  today: PlainDate,
): Result<InformativeReport, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const category = INFORMATIVE_CATEGORIES.find((one) => one === chosen);
  if (category === undefined)
    problems.push({ pointer: '/category', code: 'categoryMissing', message: 'Välj vad det gäller.' });
  if (text.length < LEAST_TEXT)
    problems.push({
      pointer: '/text',
      code: 'textTooShort',
      message: `Skriv vad handläggaren behöver veta, på minst ${LEAST_TEXT} tecken.`,
    });
  const answerBy = typed === '' ? null : parsePlainDate(typed);
  if (typed !== '' && answerBy === null)
    problems.push({
      pointer: '/answerBy',
      code: 'dateInvalid',
      message: 'Svarsdagen ska vara ett datum, till exempel 2026-03-01.',
    });
  if (answerBy !== null && answerBy < today)
    problems.push({
      pointer: '/answerBy',
      code: 'answerByPast',
      message: 'Dagen har redan varit.',
      fix: 'Ange en dag från och med i dag, eller lämna fältet tomt.',
    });
  return problems.length > 0 || category === undefined ? err(problems) : ok({ category, text, answerBy });
}
