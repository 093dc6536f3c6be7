import { type Absence, deviationCauseName, isWholeDay } from '#lib/domain/deviation-report/deviation.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

/** A reported absence as it is shown beside other things. */
export type ShownAbsence = Pick<Absence, 'cause' | 'from' | 'to' | 'expectedMinutes' | 'absentMinutes'> & {
  readonly documentId: string;
};

/** The absence that is reported on a day: one of the whole time before one of a part. Null where there is none. */
export function absenceOn(date: string, absences: readonly ShownAbsence[]): ShownAbsence | null {
  const those = absences.filter(({ from, to }) => date >= from && date < to);
  return those.find(isWholeDay) ?? those[0] ?? null;
}

/** That a participant is reported absent on a day, and for how long. */
export function absenceWords(
  name: string,
  date: PlainDate,
  absence: ShownAbsence,
  locale: ProblemLocale = 'sv',
): string {
  const cause = deviationCauseName(absence.cause, locale).toLocaleLowerCase(locale);
  const time = formatHours(absence.absentMinutes, locale);
  const day = formatDate(date, locale);
  if (locale === 'en')
    return isWholeDay(absence)
      ? `${name} is reported absent the whole time on ${day} (${cause}).`
      : `${name} is reported absent for ${time} on ${day} (${cause}).`;
  return isWholeDay(absence)
    ? `${name} är anmäld frånvarande hela tiden ${day} (${cause}).`
    : `${name} är anmäld frånvarande ${time} ${day} (${cause}).`;
}
