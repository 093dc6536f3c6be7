import { type Ledger, openLedger } from '#app/api/provider/months/[month]/grid/testing/ledger.ts';
import type { Cell, GridTransport, SaveAnswer } from '#lib/client/month-grid/grid-ports.ts';
import { createGridStore, type GridStore } from '#lib/client/month-grid/grid-store.ts';
import { fakeBrowser } from '#lib/client/month-grid/testing/fake-browser.ts';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import { shownText } from '#lib/domain/month-grid/typed-month.ts';
import { monthGridInput } from '#lib/schemas/report.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveDrafts } from '#lib/server/month/save-drafts.ts';
import type { World } from '#lib/server/testing/builders/world.ts';
import type { Month } from '#lib/shared/month.ts';

/** What becomes of a tab's next call. */
export const FATES = [
  'answered',
  'requestLost',
  'answerLost',
  'requestLate',
  'answerLate',
  'diesUnanswered',
] as const;
export type Fate = (typeof FATES)[number];

type Given = {
  readonly world: World;
  readonly coach: ProviderActor;
  readonly colleague: ProviderActor;
  readonly month: Month;
  readonly now: Date;
};

type Tab = {
  readonly store: GridStore;
  readonly isAlive: () => boolean;
  readonly back: () => void;
  readonly kill: () => void;
  fate: Fate;
};

export const READING = { minuteStep: 15, locale: 'sv' } as const;

/** A coach with a browser that everything happens to, and a colleague who works on the same months. */
export function officeAtWork({ world, coach, colleague, month, now }: Given) {
  const browser = fakeBrowser();
  const ledger: Ledger = openLedger();
  const calls = new Set<Promise<unknown>>();
  const late: (() => void)[] = [];
  const network = { isOnline: true, isLoggedIn: true };
  const tabs: Tab[] = [];

  return {
    browser,
    ledger,
    network,
    tabs,
    open,
    type,
    undo,
    colleagueTypes,
    choose,
    settle,
    deliver,
    gridOf,
  };

  async function gridOf(ids: readonly string[] = []): Promise<MonthGrid> {
    const input = monthGridInput.parse({ month, ids: ids.join(',') });
    const result = await world.read(monthGrid, input, { actor: coach, now });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }

  async function open(): Promise<Tab> {
    const grid = await gridOf();
    const { ports, ...opened } = browser.open(transportOf(() => tab));
    const store = createGridStore({ grid, personId: coach.personId, locale: 'sv', ports: () => ports });
    const tab: Tab = { ...opened, store, fate: 'answered' };
    store.start();
    tabs.push(tab);
    await settle();
    return tab;
  }

  function transportOf(tab: () => Tab): GridTransport {
    return {
      save: (rows, key) => answerTo(tab(), async () => await execute(rows, key)),
      load: async (ids) => (network.isOnline && network.isLoggedIn ? (await gridOf(ids)).rows : null),
    };
  }

  async function execute(rows: unknown, key: string): Promise<SaveAnswer> {
    const input = { month, partly: true, typedBy: coach.personId, rows };
    const result = await world.run(saveDrafts, input, { actor: coach, now, key });
    if (result.ok) return { kind: 'saved', drafts: result.value };
    const { status, errors } = result.error.problem;
    return status === 409 ? { kind: 'unavailable', offline: false } : { kind: 'invalid', problems: errors };
  }

  /** The answer as it reaches the tab, if it does. */
  async function answerTo(tab: Tab, call: () => Promise<SaveAnswer>): Promise<SaveAnswer> {
    const { fate } = tab;
    tab.fate = 'answered';
    if (!network.isOnline || fate === 'requestLost') return { kind: 'unavailable', offline: true };
    if (!network.isLoggedIn) return { kind: 'loggedOut' };
    if (fate === 'requestLate') await arrival();
    const answer = await track(call());
    if (fate === 'answerLate') await arrival();
    if (fate === 'diesUnanswered') tab.kill();
    if (!tab.isAlive()) return await new Promise(() => undefined);
    return fate === 'answerLost' ? { kind: 'unavailable', offline: true } : answer;
  }

  function arrival(): Promise<void> {
    return new Promise((resolve) => late.push(resolve));
  }

  async function track<Value>(call: Promise<Value>): Promise<Value> {
    calls.add(call);
    try {
      return await call;
    } finally {
      calls.delete(call);
    }
  }

  /** Until nothing is on its way but what is late. */
  async function settle(): Promise<void> {
    do {
      await Promise.allSettled(calls);
      await new Promise((resolve) => setImmediate(resolve));
    } while (calls.size > 0);
  }

  async function deliver(): Promise<void> {
    for (const arrive of late.splice(0)) arrive();
    await settle();
  }

  function type(tab: Tab, placementId: string, field: GridField, text: string): void {
    const before = textAt(tab, placementId, field);
    tab.store.edit([{ placementId, field, text }]);
    const after = textAt(tab, placementId, field);
    note(tab, { placementId, field }, before, after);
  }

  function note({ store }: Tab, cell: Cell, before: string, after: string): void {
    const kept = store.row(cell.placementId)?.row.typed[cell.field] ?? '';
    if (before !== after) ledger.typed(cell, before, after, after !== kept);
  }

  /** Undoing is typing what stood there before. */
  function undo(tab: Tab, cells: readonly Cell[]): void {
    const before = cells.map(({ placementId, field }) => textAt(tab, placementId, field));
    tab.store.undo();
    cells.forEach((cell, index) => {
      note(tab, cell, before[index] ?? '', textAt(tab, cell.placementId, cell.field));
    });
  }

  function textAt({ store }: Tab, placementId: string, field: GridField): string {
    return shownText(field, store.row(placementId)?.typed[field] ?? '', READING);
  }

  async function colleagueTypes(placementId: string, field: GridField, text: string): Promise<void> {
    const [row] = (await gridOf([placementId])).rows;
    if (row === undefined) throw new Error('The row is missing');
    const typed = { ...row.typed, [field]: text };
    const rows = [{ placementId, version: row.row.draftVersion, seen: row.seen, typed }];
    const result = await world.run(saveDrafts, { month, partly: true, rows }, { actor: colleague, now });
    if (!result.ok) throw new Error(result.error.problem.code);
    ledger.typed({ placementId, field }, row.typed[field] ?? '', shownText(field, text, READING));
  }

  /** Somebody chooses in every conflict that a tab shows. */
  function choose({ store }: Tab, keep: 'mine' | 'theirs'): void {
    const conflicts = store.conflicts();
    for (const { mine, theirs, ...cell } of conflicts) {
      const own = shownText(cell.field, mine, READING);
      ledger.chosenAgainst(cell, ...(keep === 'mine' ? ([theirs, own] as const) : ([own, theirs] as const)));
    }
    store.resolve(conflicts.map((conflict) => ({ ...conflict, keep })));
  }
}
