import { now } from '#lib/server/clock.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Working hours of the story, in UTC: the same date in Sweden the whole year. */
export type StoryHour = 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;

const SECOND = 1000;

/** Gives each thing that happens its instant: never the same twice, and nothing later than the clock on the wall. */
export function storyClock(): (on: PlainDate, hour: StoryHour) => Date {
  let ticks = 0;
  return (on, hour) => {
    ticks += 1;
    const told = new Date(Date.parse(`${on}T${String(hour).padStart(2, '0')}:00:00Z`) + ticks * SECOND);
    const wall = now();
    return plainDateFromDate(wall) === on && told > wall ? wall : told;
  };
}
