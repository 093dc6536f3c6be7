import { browserPorts } from '#lib/client/month-grid/browser-ports.ts';
import type { AddedActivity, Cell, GridPorts } from '#lib/client/month-grid/grid-ports.ts';
import { createEditor } from '#lib/client/month-grid/grid-editor.ts';
import { createGridRows } from '#lib/client/month-grid/grid-rows.ts';
import { createSender, type Sender } from '#lib/client/month-grid/grid-sender.ts';
import { type JournalKeeper, keepJournal } from '#lib/client/month-grid/journal-keeper.ts';
import type { JournalState } from '#lib/client/month-grid/journal.ts';
import { answered, resolved, type RowState, sending } from '#lib/client/month-grid/row-state.ts';
import type { CellConflict, RowView } from '#lib/client/month-grid/row-view.ts';
import type { GridTotals } from '#lib/domain/month-grid/grid-totals.ts';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

export type { CellEdit } from '#lib/client/month-grid/grid-ports.ts';
export type { RowStatus, RowView } from '#lib/client/month-grid/row-view.ts';
export type Conflict = CellConflict;
export type Totals = GridTotals;

/** Whether what is typed is kept, in all; `at` in milliseconds. */
export type Saving = (
  | { readonly kind: 'idle' | 'saving' | 'offline' | 'loggedOut' | 'failed' }
  | { readonly kind: 'saved'; readonly at: number }
) & {
  /** Something stands here that the server does not have yet, or does not take. */
  readonly isUnsaved: boolean;
  /** Rows that the server does not take, each with why in its view. */
  readonly refused: number;
  readonly journal: JournalState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

const KINDS = { open: 'saving', offline: 'offline', failing: 'failed', loggedOut: 'loggedOut' } as const;

type Options = {
  readonly grid: MonthGrid;
  readonly personId: string;
  readonly locale: ProblemLocale;
  /** The browser's, where nothing else is given. Asked for when the store starts. */
  readonly ports?: () => GridPorts;
};

type Running = { readonly ports: GridPorts; readonly sender: Sender; readonly keeper: JournalKeeper };

/**
 * A month's grid in a tab: what is typed, judged as it is typed, written down in the browser at once and on the server
 * soon after. Nothing goes but what the server has, or what somebody has chosen away.
 */
export function createGridStore({
  grid,
  personId,
  locale,
  ports: portsOf = () => browserPorts(grid.month, personId),
}: Options) {
  const { month, providerId, terms, today } = grid;
  const rows = createGridRows({ terms, today, locale }, grid.totals);
  const editor = createEditor(rows, keepOn);
  let shown = grid;
  let running: Running | null = null;
  let savedAt: number | null = null;
  let saving: Saving | null = null;
  for (const row of grid.rows) rows.takeIn(row);

  return {
    subscribe: (listener: () => void): (() => void) => rows.subscribe(listener),
    row: (placementId: string): RowView | undefined => rows.view(placementId),
    totals: rows.totals,
    conflicts: rows.conflicts,
    saving: (): Saving => (saving ??= savingNow()),
    start,
    load,
    ensureRows,
    edit: editor.edit,
    leave: editor.leave,
    undo: editor.undo,
    redo: editor.redo,
    addToPlan,
    resolve,
    giveUp,
    flush: async (): Promise<void> => await running?.sender.send(),
    resume: async (): Promise<void> => await running?.sender.resume(),
  };

  /** From here on what is typed is kept; what is given back ends it. */
  function start(): () => void {
    const ports = portsOf();
    const sender = createSender(ports, senderWork(ports));
    const owner = { personId, providerId, month, tab: ports.newKey() };
    const keeper = keepJournal(owner, ports, { rows, fetch: ensureRows, changed });
    running = { ports, sender, keeper };
    const opened = keeper.open().then((release) => {
      keepOn();
      return release;
    });
    const unlisten = ports.listen({
      back: () => void sender.resume(),
      leaving: () => void sender.send(true),
    });
    return () => {
      unlisten();
      void sender.send(true);
      sender.stop();
      running = null;
      void opened.then((release) => release());
    };
  }

  function senderWork(ports: GridPorts): Parameters<typeof createSender>[1] {
    return {
      take(most) {
        const free = rows.unsaved().filter(goesOn);
        return free.slice(0, most).map((state) => {
          const next = sending(state);
          rows.put(next);
          return next.sent;
        });
      },
      saved(drafts) {
        for (const saved of drafts.rows) {
          const state = rows.get(saved.placementId);
          if (state !== undefined)
            rows.put(answered(state, saved, rows.fieldIn(saved.placementId), rows.reading));
        }
        savedAt = ports.clock.now();
        void running?.keeper.settle();
      },
      invalid(placementIds, problems) {
        update(placementIds, (state) => ({ ...state, sent: null, refused: problems }));
      },
      changed() {
        running?.keeper.write();
        changed();
      },
    };
  }

  function update(placementIds: readonly string[], change: (state: RowState) => RowState): void {
    for (const placementId of placementIds) {
      const state = rows.get(placementId);
      if (state !== undefined) rows.put(change(state));
    }
  }

  /** Another page of the same month, or the same one anew. Tells nobody: it is called while the page is drawn. */
  function load(fresh: MonthGrid): void {
    if (fresh === shown) return;
    shown = fresh;
    for (const row of fresh.rows) rows.takeIn(row);
    rows.recount(fresh.totals, fresh.rows);
  }

  /** Fetches rows of other pages; false where they could not be fetched. */
  async function ensureRows(placementIds: readonly string[]): Promise<boolean> {
    const unknown = placementIds.filter((placementId) => rows.get(placementId) === undefined);
    if (unknown.length === 0) return true;
    const fetched = (await running?.ports.transport.load(unknown)) ?? null;
    for (const row of fetched ?? []) rows.takeIn(row);
    return fetched !== null;
  }

  /** Writes down what is typed, and sends it before long. */
  function keepOn(): void {
    running?.keeper.write();
    if (rows.unsaved().length > 0) running?.sender.schedule();
    changed();
  }

  /** Adds an activity to the participant's plan, at once. */
  function addToPlan(placementId: string, activity: AddedActivity): void {
    update([placementId], (state) => ({
      ...state,
      refused: [],
      notAdded: [],
      addToPlan: [...state.addToPlan.filter((added) => added.activity !== activity.activity), activity],
    }));
    keepOn();
    void running?.sender.send();
  }

  /** What is to stand in cells that somebody else has changed, too. A row goes on when all of its cells are chosen. */
  function resolve(choices: readonly (Cell & { readonly keep: 'mine' | 'theirs' })[]): void {
    for (const [placementId, cells] of Map.groupBy(choices, (choice) => choice.placementId)) {
      const chosen = Object.fromEntries(cells.map(({ field, keep }) => [field, keep]));
      update([placementId], (state) => resolved(state, chosen, rows.reading));
    }
    keepOn();
    void running?.sender.send();
  }

  /** Lets go of what was typed in a row that the server does not take. */
  function giveUp(placementId: string): void {
    update([placementId], (state) => ({
      ...state,
      mine: state.base.typed,
      addToPlan: [],
      refused: [],
      conflict: null,
    }));
    keepOn();
  }

  function changed(): void {
    saving = null;
    rows.setLine(running?.sender.line() ?? 'open');
    rows.tell();
  }

  function savingNow(): Saving {
    const unsaved = rows.unsaved();
    const onTheirWay = unsaved.filter(goesOn);
    return {
      ...kindOf(onTheirWay.length > 0),
      isUnsaved: unsaved.length > 0,
      refused: rows.all().filter(({ refused }) => refused.length > 0).length,
      journal: running?.keeper.state() ?? 'kept',
      ...editor.steps(),
    };
  }

  function kindOf(isOnItsWay: boolean) {
    const line = running?.sender.line() ?? 'open';
    if (!isOnItsWay)
      return savedAt === null ? ({ kind: 'idle' } as const) : ({ kind: 'saved', at: savedAt } as const);
    return { kind: KINDS[line] };
  }
}

/** Whether nothing keeps the row from being sent. */
function goesOn({ conflict, refused }: RowState): boolean {
  return conflict === null && refused.length === 0;
}

export type GridStore = ReturnType<typeof createGridStore>;
