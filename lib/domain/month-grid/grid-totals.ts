import { isSupport } from '#lib/domain/activity/activity.ts';
import {
  MINUTES_FIELDS,
  type MinutesField,
  minutesField,
  partsOf,
} from '#lib/domain/month-grid/grid-field.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { type Ore, ore, sumOre } from '#lib/shared/money.ts';

/** Sums over rows of the grid. */
export type GridTotals = {
  readonly participants: number;
  /** A column without minutes is not among them. */
  readonly minutesByColumn: Readonly<Partial<Record<MinutesField, number>>>;
  /** Minutes of support, and of that on site. */
  readonly support: number;
  readonly onSite: number;
  readonly jobSuggestions: number;
  /** Participants with language support. */
  readonly languageSupport: number;
  /** Rows that can be sent now, and their base pay in öre. */
  readonly sendable: number;
  readonly sendableOre: Ore;
  /** Base pay in öre if all of it is sent and approved. */
  readonly possibleOre: Ore;
};

/** What of a row is counted, as it is kept or as it stands while somebody types. */
export type CountedRow = Pick<MonthRow, 'content' | 'sendable' | 'amountOre'>;

type Counted = Omit<GridTotals, 'participants' | 'possibleOre'>;

export function totalsOf(rows: readonly (CountedRow & Pick<MonthRow, 'possibleOre'>)[]): GridTotals {
  const possibleOre = sumOre(rows.map((row) => row.possibleOre));
  return { participants: rows.length, possibleOre, ...count(rows) };
}

/** The same sums after some of the rows have changed: what they were takes away, what they are adds. */
export function changedTotals(
  totals: GridTotals,
  before: readonly CountedRow[],
  after: readonly CountedRow[],
): GridTotals {
  const [less, more] = [count(before), count(after)];
  const changed = (part: 'support' | 'onSite' | 'jobSuggestions' | 'languageSupport' | 'sendable'): number =>
    totals[part] - less[part] + more[part];
  const { participants, possibleOre } = totals;
  return {
    participants,
    possibleOre,
    minutesByColumn: columnsWith(
      (field) => minutesAt(totals, field) - minutesAt(less, field) + minutesAt(more, field),
    ),
    support: changed('support'),
    onSite: changed('onSite'),
    jobSuggestions: changed('jobSuggestions'),
    languageSupport: changed('languageSupport'),
    sendable: changed('sendable'),
    sendableOre: ore(totals.sendableOre - less.sendableOre + more.sendableOre),
  };
}

function minutesAt({ minutesByColumn }: Pick<Counted, 'minutesByColumn'>, field: MinutesField): number {
  return minutesByColumn[field] ?? 0;
}

function columnsWith(minutesIn: (field: MinutesField) => number): Counted['minutesByColumn'] {
  return Object.fromEntries(
    MINUTES_FIELDS.map((field) => [field, minutesIn(field)] as const).filter(([, minutes]) => minutes !== 0),
  );
}

function count(rows: readonly CountedRow[]): Counted {
  const sums = new Map<MinutesField, number>();
  for (const { activity, form, minutes } of rows.flatMap(({ content }) => content.rows)) {
    const field = minutesField(activity, form);
    sums.set(field, (sums.get(field) ?? 0) + minutes);
  }
  const sumOf = (isCounted: (field: MinutesField) => boolean): number =>
    [...sums].reduce((total, [field, minutes]) => (isCounted(field) ? total + minutes : total), 0);
  const isGiven = (field: MinutesField): boolean => isSupport(partsOf(field).activity);
  const sendable = rows.filter((row) => row.sendable);
  return {
    minutesByColumn: columnsWith((field) => sums.get(field) ?? 0),
    support: sumOf(isGiven),
    onSite: sumOf((field) => isGiven(field) && partsOf(field).form === 'onSite'),
    jobSuggestions: rows.reduce((sum, { content }) => sum + content.jobSuggestions, 0),
    languageSupport: rows.filter(({ content }) => content.languageSupport !== null).length,
    sendable: sendable.length,
    sendableOre: sumOre(sendable.map(({ amountOre }) => amountOre)),
  };
}
