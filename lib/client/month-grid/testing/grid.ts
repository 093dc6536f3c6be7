import type { GridTransport, SaveAnswer, SentRow } from '#lib/client/month-grid/grid-ports.ts';
import { totalsOf } from '#lib/domain/month-grid/grid-totals.ts';
import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { judgeRow } from '#lib/domain/month-grid/live-row.ts';
import type { GridRow, MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import { readTyped, toTyped } from '#lib/domain/month-grid/typed-month.ts';
import { countStates, sumMonths } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { EMPTY_CONTENT } from '#lib/domain/report/report-content.ts';
import { FACTS } from '#lib/domain/report/testing/checked.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-04-01');

const ROW: MonthRow = {
  placementId: '',
  participantId: '',
  participantName: '',
  reference: '100000001',
  officeId: 'o',
  officeName: 'Gävle',
  coachPersonId: null,
  coachName: null,
  level: 'B',
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  state: 'notStarted',
  sendable: false,
  source: 'none',
  draftVersion: 0,
  report: null,
  content: EMPTY_CONTENT,
  planned: FACTS.plannedActivities,
  minutes: { all: 0, support: 0, onSite: 0 },
  leastSupport: 266,
  onSitePermille: null,
  remarks: [],
  notAssessed: [],
  amountOre: ore(0),
  possibleOre: ore(143_000),
};

/** A row as the server would give it. */
export function gridRow(placementId: string, typed: TypedMonth = {}, draftVersion = 0): GridRow {
  const { content, unread } = readTyped(typed, { minuteStep: 15, locale: 'sv' });
  const kept = toTyped(content, unread);
  const row = { ...ROW, placementId, participantName: `Ada ${placementId}`, content, draftVersion };
  const made = {
    row,
    facts: FACTS,
    isOpen: true,
    typed: kept,
    seen: JSON.stringify(kept),
    log: {},
    payDay: null,
  };
  const { problems: _, ...live } = judgeRow(made, kept, { terms, today, locale: 'sv' });
  return { ...made, row: { ...row, ...live } };
}

/** A month with as many rows as there are names. */
export function monthOf(names: readonly string[]): MonthGrid {
  const rows = names.map((name) => gridRow(name));
  const plain = rows.map(({ row }) => row);
  return {
    providerId: 'p',
    month: FACTS.month,
    today,
    terms,
    dueOn: plainDate('2026-04-10'),
    decidedBy: plainDate('2026-04-24'),
    rows,
    counts: countStates(plain),
    sums: sumMonths(plain),
    totals: totalsOf(plain),
    order: names,
    columns: [],
    total: rows.length,
    page: 1,
    pageSize: 50,
    offices: [],
  };
}

/** A server that keeps what it is sent, and remembers how it was asked; `answer` says what it answers instead. */
export function keepingServer() {
  const calls: { readonly rows: readonly SentRow[]; readonly key: string }[] = [];
  const kept = new Map<string, GridRow>();
  let instead: SaveAnswer | null = null;
  const transport: GridTransport = {
    async save(rows, key) {
      calls.push({ rows, key });
      if (instead !== null) return instead;
      for (const { placementId, typed, version } of rows)
        kept.set(placementId, gridRow(placementId, typed, version + 1));
      const saved = rows.map(({ placementId }) => ({
        kind: 'saved' as const,
        placementId,
        row: kept.get(placementId) ?? gridRow(placementId),
      }));
      return {
        kind: 'saved',
        drafts: { month: FACTS.month, filters: '', rows: saved, written: rows.length },
      };
    },
    load: async (placementIds) => placementIds.map((name) => kept.get(name) ?? gridRow(name)),
  };
  return {
    transport,
    calls,
    kept,
    answer(next: SaveAnswer | null): void {
      instead = next;
    },
  };
}
