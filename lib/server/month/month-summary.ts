import { columnsInUse } from '#lib/domain/month-grid/columns.ts';
import { totalsOf } from '#lib/domain/month-grid/grid-totals.ts';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import { inGroupOrder } from '#lib/domain/report/month-group.ts';
import { countStates, type MonthOverview, sumMonths } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { MonthState } from '#lib/domain/report/month-state.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';

const TO_DO: readonly MonthState[] = ['notStarted', 'draft', 'blocked', 'warned', 'ready', 'returned'];

type Asked = Pick<MonthGridInput, 'q' | 'state' | 'order'>;

/** What the filters leave, in order, with sums over it. States and sums are of everybody who was searched for. */
export type MonthSummary = Pick<MonthOverview, 'counts' | 'sums'> &
  Pick<MonthGrid, 'order' | 'columns' | 'totals'> & { readonly months: readonly LoadedMonth[] };

const summaries = new WeakMap<readonly LoadedMonth[], Map<string, MonthSummary>>();

/** Kept for as long as the list is, but for what somebody searches for. */
export function summaryOf(months: readonly LoadedMonth[], asked: Asked): MonthSummary {
  if (asked.q !== '') return summarise(months, asked);
  const known = summaries.get(months) ?? new Map<string, MonthSummary>();
  const key = `${asked.state} ${asked.order}`;
  const summary = known.get(key) ?? summarise(months, asked);
  summaries.set(months, known.set(key, summary));
  return summary;
}

function summarise(months: readonly LoadedMonth[], { q, state, order }: Asked): MonthSummary {
  const found = months.filter(({ row }) => isSearched(row, q));
  const foundRows = found.map(({ row }) => row);
  const left = found.filter(({ row }) => isInState(row, state));
  const ordered = order === 'state' ? byState(left) : left;
  return {
    months: ordered,
    counts: countStates(foundRows),
    sums: sumMonths(foundRows),
    order: ordered.map(({ row }) => row.placementId),
    columns: columnsInUse(
      ordered.map(({ row, fromLog, unread }) => ({
        planned: row.planned,
        contents: [row.content, fromLog],
        unread,
      })),
    ),
    totals: totalsOf(ordered.map(({ row }) => row)),
  };
}

function byState(months: readonly LoadedMonth[]): readonly LoadedMonth[] {
  return inGroupOrder(months.map((loaded) => ({ state: loaded.row.state, loaded }))).map(
    ({ loaded }) => loaded,
  );
}

function isSearched({ participantName, reference }: MonthRow, query: string): boolean {
  if (query === '') return true;
  return /^\d{9}$/.test(query)
    ? reference === query
    : participantName.toLocaleLowerCase('sv').includes(query.toLocaleLowerCase('sv'));
}

function isInState(row: MonthRow, state: MonthGridInput['state']): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'toDo':
      return TO_DO.includes(row.state);
    case 'sendable':
      return row.sendable;
    default:
      return row.state === state;
  }
}
