import type { GridPorts } from '#lib/client/month-grid/grid-ports.ts';
import type { GridRows } from '#lib/client/month-grid/grid-rows.ts';
import {
  type JournalOwner,
  type JournalRow,
  type JournalState,
  openJournal,
} from '#lib/client/month-grid/journal.ts';
import { adopted, type RowState } from '#lib/client/month-grid/row-state.ts';

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
    state = journal.write([...rows.unsaved().map(journalRow), ...waiting]);
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

function journalRow({ base, mine, addToPlan }: RowState): JournalRow {
  const { placementId, draftVersion } = base.row;
  return { placementId, version: draftVersion, seen: base.seen, base: base.typed, typed: mine, addToPlan };
}

/** The row as it was typed on from in the tab that died. */
function asTyped(
  { base }: RowState,
  { version, seen, base: typed, ...left }: JournalRow,
): Pick<RowState, 'base' | 'mine' | 'addToPlan'> {
  return {
    base: { ...base, row: { ...base.row, draftVersion: version }, typed, seen },
    mine: left.typed,
    addToPlan: left.addToPlan,
  };
}

export type JournalKeeper = ReturnType<typeof keepJournal>;
