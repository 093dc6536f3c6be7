import type { CheckCode } from '#lib/domain/report/check.ts';
import { minutesOf, type ReportContent } from '#lib/domain/report/report-content.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** Checks that rest on the days of the portal's log. */
export const DATED_CHECKS = [
  'IMPOSSIBLE_TIME',
  'MEETING_INTERVAL',
  'ABSENT_BUT_ACTIVE',
] as const satisfies readonly CheckCode[];
export type DatedCheck = (typeof DATED_CHECKS)[number];

type Month = {
  readonly content: Pick<ReportContent, 'rows'>;
  /** Anything of the month stands in the portal's log. */
  readonly hasLog: boolean;
  /** Some day of it is reported as whole-day absence. */
  readonly isAwayWholeDays: boolean;
};

/**
 * The checks that could not be assessed: those that need dates, of a month with support whose provider keeps its own log (review
 * section 1). Without support, or without whole-day absence, there is nothing to hold against dates. Such a check is not passed.
 */
export function notAssessed({ content, hasLog, isAwayWholeDays }: Month): readonly DatedCheck[] {
  if (hasLog || minutesOf(content.rows).support === 0) return [];
  return DATED_CHECKS.filter((check) => isAwayWholeDays || check !== 'ABSENT_BUT_ACTIVE');
}

const ASKED: Readonly<Record<ProblemLocale, Readonly<Record<DatedCheck, string>>>> = {
  sv: {
    IMPOSSIBLE_TIME: 'om det är för mycket tid på en och samma dag',
    MEETING_INTERVAL: 'om det gick för länge mellan mötena',
    ABSENT_BUT_ACTIVE: 'om det finns aktiviteter på dagar med frånvaro',
  },
  en: {
    IMPOSSIBLE_TIME: 'whether there is too much time on one and the same day',
    MEETING_INTERVAL: 'whether it was too long between the meetings',
    ABSENT_BUT_ACTIVE: 'whether there are activities on days of absence',
  },
};

/** Why checks could not be assessed and what they ask, in a sentence or two; null where all could. */
export function notAssessedWords(checks: readonly DatedCheck[], locale: ProblemLocale = 'sv'): string | null {
  if (checks.length === 0) return null;
  const asked = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    checks.map((check) => ASKED[locale][check]),
  );
  return locale === 'sv'
    ? `Månaden har ingen logg i portalen, och inga dagar. Därför går det inte att bedöma ${asked}.`
    : `The month has no log in the portal, and no days. So it cannot be assessed ${asked}.`;
}

/** What could not be assessed, as it is told to systems: in codes, and in Swedish. */
export type ToldNotAssessed = { readonly checks: readonly DatedCheck[]; readonly message: string };

/** Null where all could be assessed. */
export function toldNotAssessed(checks: readonly DatedCheck[]): ToldNotAssessed | null {
  const message = notAssessedWords(checks);
  return message === null ? null : { checks, message };
}
