import { plainDateFromDate, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** A time in which no portal answered, half-open: from the last sign of life to the first after it. ISO 8601. */
export type Outage = { readonly from: string; readonly to: string };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The instant at which a day begins in Sweden, in milliseconds since 1970. Midnight is never skipped or doubled there. */
export function startOfDay(date: PlainDate): number {
  const midnightUtc = toUtcDate(date).getTime();
  const summer = midnightUtc - 2 * HOUR_MS;
  return plainDateFromDate(new Date(summer)) === date ? summer : midnightUtc - HOUR_MS;
}

/** Whole minutes of downtime between two instants (milliseconds since 1970), added up over outages that do not overlap. */
export function minutesDown(outages: readonly Outage[], from: number, to: number): number {
  const lost = outages.reduce((sum, outage) => {
    const begins = Math.max(from, Date.parse(outage.from));
    const ends = Math.min(to, Date.parse(outage.to));
    return sum + Math.max(0, ends - begins);
  }, 0);
  return Math.floor(lost / MINUTE_MS);
}

/** The outages that have a part between two instants (milliseconds since 1970). */
export function outagesWithin(outages: readonly Outage[], from: number, to: number): readonly Outage[] {
  return outages.filter((outage) => Date.parse(outage.from) < to && Date.parse(outage.to) > from);
}
