import type { GridPorts } from '#lib/client/month-grid/grid-ports.ts';
import type { GridRows } from '#lib/client/month-grid/grid-rows.ts';
import {
  type JournalOwner,
  type JournalRow,
  type JournalState,
  openJournal,
} from '#lib/client/month-grid/journal.ts';
import { adopted, asShown, type Reading, type RowState } from '#lib/client/month-grid/row-state.ts';
import { GRID_FIELDS } from '#lib/domain/month-grid/grid-field.ts';

type Work = {
  readonly rows: GridRows;
  /** Fetches rows that are not known yet. */
  readonly fetch: (placementIds: readonly string[]) => Promise<boolean>;
  readonly changed: () => void;
};

/**
 * Writes down what is not saved, and takes over what dead tabs have left: row by row, as soon as a row is known and has
 * nothing unsaved of its own. What waits stays written down in this tab's journal.
 */
export function keepJournal(owner: JournalOwner, ports: GridPorts, { rows, fetch, changed }: Work) {
  const journal = openJournal(owner, ports.storage, ports.locks, ports.clock.now);
  let waiting: readonly JournalRow[] = [];
  let state: JournalState = 'kept';
  return { state: () => state, open, write, settle };

  /** Marks this tab as living, and looks for what dead ones have left; what is given back lets the mark go. */
  async function open(): Promise<() => void> {
    const release = await ports.locks.hold(journal.own);
    write();
    await journal.adopt((left) => {
      waiting = [...waiting, ...left];
      return write() === 'kept';
    });
    await settle();
    return release;
  }

  function write(): JournalState {
    const before = state;
    state = journal.write([...rows.unsaved().map((row) => journalRow(row, rows.reading)), ...waiting]);
    if (state !== before) changed();
    return state;
  }

  /** Takes over what waits, as far as it goes. */
  async function settle(): Promise<void> {
    if (waiting.length === 0) return;
    if (!(await fetch(waiting.map(({ placementId }) => placementId)))) return;
    const still: JournalRow[] = [];
    for (const left of waiting) {
      const row = rows.get(left.placementId);
      if (row === undefined || rows.isUnsaved(row) || row.conflict !== null || row.sent !== null)
        still.push(left);
      else rows.put(adopted(row, asTyped(row, left), rows.reading));
    }
    waiting = still;
    write();
    changed();
  }
}

function journalRow({ base, mine, sent, addToPlan }: RowState, reading: Reading): JournalRow {
  return {
    placementId: base.row.placementId,
    base: base.typed,
    sent: sent === null ? null : asShown(sent.typed, reading),
    typed: mine,
    addToPlan,
  };
}

/** The row as it was typed in the tab that died. What was on its way, and is kept now, did come there. */
function asTyped(
  { base }: RowState,
  { base: before, sent, typed, addToPlan }: JournalRow,
): Pick<RowState, 'base' | 'mine' | 'addToPlan'> {
  const arrived = GRID_FIELDS.filter((field) => sent !== null && same(sent[field], base.typed[field]));
  const typedOn = { ...before, ...Object.fromEntries(arrived.map((field) => [field, base.typed[field]])) };
  return { base: { ...base, typed: typedOn }, mine: typed, addToPlan };
}

function same(a = '', b = ''): boolean {
  return a === b;
}

export type JournalKeeper = ReturnType<typeof keepJournal>;
