import { type Deviation } from '#lib/domain/deviation-report/deviation.ts';
import { durationText } from '#lib/domain/deviation-report/duration-text.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** The form's fields for a report that is there: read again they give the same report. */
export function deviationValues(content: Deviation): Readonly<Record<string, string>> {
  const { cause, from, to, followUp } = content;
  const last = addDays(to, -1);
  return {
    cause,
    from,
    otherDay: from,
    through: last === from ? '' : last,
    ...followUp,
    ...(content.type === 'absence'
      ? {
          expected: durationText(content.expectedMinutes),
          absent: durationText(content.absentMinutes),
          keepLogged: content.confirmedActive ? 'on' : '',
        }
      : {}),
  };
}
