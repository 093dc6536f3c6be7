import type { MonthState } from '#lib/domain/report/month-state.ts';

/** How a month's participants are told apart, in the order of what needs a person most. */
export const MONTH_GROUPS = ['blocked', 'returned', 'warned', 'empty', 'begun', 'ready', 'sent'] as const;
export type MonthGroup = (typeof MONTH_GROUPS)[number];

/** The group that a state belongs to. */
export function monthGroupOf(state: MonthState): MonthGroup {
  switch (state) {
    case 'blocked':
    case 'returned':
    case 'warned':
    case 'ready':
      return state;
    case 'notStarted':
      return 'empty';
    case 'draft':
      return 'begun';
    case 'submitted':
    case 'inReview':
    case 'approved':
    case 'rejected':
      return 'sent';
  }
}

/** The same months group by group, each in the order it came. */
export function inGroupOrder<Row extends { readonly state: MonthState }>(
  rows: readonly Row[],
): readonly Row[] {
  const place = (row: Row): number => MONTH_GROUPS.indexOf(monthGroupOf(row.state));
  return rows.toSorted((a, b) => place(a) - place(b));
}
