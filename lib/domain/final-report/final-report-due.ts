import { NOT_YET } from '#lib/domain/document/submit-document.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** Days after the end for which a missing final report is asked for; older ones were never written here. */
export const FOLLOWED_DAYS = 90;

/** A placement's days; `end` is the first day no longer in the service, null while it goes on as planned until `to`. */
export type EndingPlacement = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly end: PlainDate | null;
};

/** The placement's last day: decided, or as planned. */
export function lastDayOf({ to, end }: EndingPlacement): PlainDate {
  return addDays(end ?? to, -1);
}

/** Last day on which the final report is in time: so many working days after the last day (service description section 5). */
export function finalReportDueOn(placement: EndingPlacement, workdays: number): PlainDate {
  const last = lastDayOf(placement);
  const year = yearOf(last);
  return addWorkdays(last, workdays, swedishCalendar([year, year + 1]));
}

/** Null where the report can be sent: from the placement's last day. It can be begun before. */
export function refuseFinalReport(placement: EndingPlacement, today: PlainDate): Problem | null {
  const last = lastDayOf(placement);
  if (last < placement.from)
    return conflict([], {
      code: 'neverBegan',
      title: {
        sv: 'Placeringen hann aldrig börja. Ingen slutredovisning behövs.',
        en: 'The placement never began. No final report is needed.',
      },
    });
  return today >= last
    ? null
    : conflict([], {
        code: NOT_YET,
        title: {
          sv: `Slutredovisningen kan skickas från sista dagen, ${formatDate(last)}. Du kan börja skriva redan nu.`,
          en: `The final report can be sent from the last day, ${formatDate(last, 'en')}. You can begin to write now.`,
        },
      });
}
