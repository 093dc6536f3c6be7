import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

/** The one place that reads the time of day; everything below takes `now` or `today` as an argument. */
export function now(): Date {
  return new Date();
}

/** Today's date in Sweden. */
export function today(): PlainDate {
  return plainDateFromDate(now());
}
