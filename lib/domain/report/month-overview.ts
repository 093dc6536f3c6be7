import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { MONTH_STATES, type MonthState } from '#lib/domain/report/month-state.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type MonthSums = {
  readonly participants: number;
  readonly minutes: number;
  readonly byActivity: Readonly<Record<ActivityCode, number>>;
  /** Participants with language support, and job suggestions in all. */
  readonly languageSupport: number;
  readonly jobSuggestions: number;
  /** Participants with something reported, and their minutes of support. */
  readonly byLevel: Readonly<Record<Level, { readonly participants: number; readonly support: number }>>;
  readonly support: number;
  readonly onSite: number;
  /** Base pay in öre of what is sent, and of what could be sent now. */
  readonly sentOre: Ore;
  readonly sendableOre: Ore;
  readonly sendable: number;
  /** Base pay in öre if all of it is sent and approved. */
  readonly possibleOre: Ore;
};

/** A provider's month: a page of participants, and sums over all that the filters leave. */
export type MonthOverview = {
  readonly month: Month;
  readonly today: PlainDate;
  /** Last day on which the reports are in time. */
  readonly dueOn: PlainDate;
  /** Day by which what comes in on the last day, or today if that is later, is decided. */
  readonly decidedBy: PlainDate;
  readonly rows: readonly MonthRow[];
  readonly counts: Readonly<Record<MonthState, number>>;
  readonly sums: MonthSums;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
};

const SENT: readonly MonthState[] = ['submitted', 'inReview', 'approved'];

/** How many months are in each state. */
export function countStates(rows: readonly MonthRow[]): Readonly<Record<MonthState, number>> {
  const counts = Object.fromEntries(MONTH_STATES.map((state) => [state, 0])) as Record<MonthState, number>;
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** Sums over months: minutes, and öre sent and waiting to be sent. */
export function sumMonths(rows: readonly MonthRow[]): MonthSums {
  const sum = (part: (row: MonthRow) => number): number => rows.reduce((total, row) => total + part(row), 0);
  const sendable = rows.filter((row) => row.sendable);
  return {
    participants: rows.length,
    minutes: sum(({ minutes }) => minutes.all),
    byActivity: sumActivities(rows),
    languageSupport: rows.filter(({ content }) => content.languageSupport !== null).length,
    jobSuggestions: sum(({ content }) => content.jobSuggestions),
    byLevel: sumLevels(rows),
    support: sum(({ minutes }) => minutes.support),
    onSite: sum(({ minutes }) => minutes.onSite),
    sentOre: sumOre(rows.filter(({ state }) => SENT.includes(state)).map(({ amountOre }) => amountOre)),
    sendableOre: sumOre(sendable.map(({ amountOre }) => amountOre)),
    sendable: sendable.length,
    possibleOre: sumOre(rows.map(({ possibleOre }) => possibleOre)),
  };
}

function sumActivities(rows: readonly MonthRow[]): MonthSums['byActivity'] {
  const sums = Object.fromEntries(ACTIVITY_CODES.map((code) => [code, 0])) as Record<ActivityCode, number>;
  for (const { activity, minutes } of rows.flatMap(({ content }) => content.rows)) sums[activity] += minutes;
  return sums;
}

function sumLevels(rows: readonly MonthRow[]): MonthSums['byLevel'] {
  const active = rows.filter(({ content }) => content.rows.length > 0);
  const ofLevel = (level: Level) => {
    const those = active.filter((row) => row.level === level);
    return {
      participants: those.length,
      support: those.reduce((total, { minutes }) => total + minutes.support, 0),
    };
  };
  return { A: ofLevel('A'), B: ofLevel('B'), C: ofLevel('C') };
}
