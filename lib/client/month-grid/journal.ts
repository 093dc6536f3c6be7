import type { AddedActivity, GridLocks, GridStorage } from '#lib/client/month-grid/grid-ports.ts';
import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';

/** A row that is not saved yet, and what it was typed on from. No names: only what it takes to go on. */
export type JournalRow = {
  readonly placementId: string;
  readonly base: TypedMonth;
  /** What was on its way when this was written: nobody knows whether it came there. Null: nothing. */
  readonly sent: TypedMonth | null;
  readonly typed: TypedMonth;
  readonly addToPlan: readonly AddedActivity[];
};

/** Whether what is typed is written down in the browser: it is, there is no room, or the browser does not let us. */
export type JournalState = 'kept' | 'full' | 'blocked';

export type JournalOwner = {
  readonly personId: string;
  readonly providerId: string;
  readonly month: string;
  readonly tab: string;
};

/** Older ones are thrown away: what they say of the month is long done otherwise. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

type Written = { readonly at: number; readonly rows: readonly JournalRow[] };

/** What one tab has written down, and what dead ones have left. Those of other persons are never read. */
export function openJournal(
  owner: JournalOwner,
  storage: GridStorage | null,
  locks: GridLocks,
  now: () => number,
) {
  const prefix = `month-grid:${owner.personId}:${owner.providerId}:${owner.month}:`;
  const own = `${prefix}${owner.tab}`;
  return { own, write, adopt };

  /** Writes the rows that are not saved, at once. None: the journal goes. */
  function write(rows: readonly JournalRow[]): JournalState {
    if (storage === null) return 'blocked';
    try {
      if (rows.length === 0) storage.remove(own);
      else storage.write(own, JSON.stringify({ at: now(), rows } satisfies Written));
      return 'kept';
    } catch (error) {
      return isFull(error) ? 'full' : 'blocked';
    }
  }

  /**
   * Takes over what dead tabs have left: `take` gets their rows and says whether they are written down anew. A tab that
   * lives holds the mark of its journal.
   */
  async function adopt(take: (rows: readonly JournalRow[]) => boolean): Promise<void> {
    if (storage === null) return;
    const others = storage.keys().filter((key) => key.startsWith(prefix) && key !== own);
    for (const key of others) {
      const release = await locks.tryHold(key);
      if (release === null) continue;
      try {
        const text = storage.read(key);
        const { at, rows } = text === null ? { at: now(), rows: [] } : readWritten(text);
        if (at < now() - KEPT_MS || rows.length === 0 || take(rows)) storage.remove(key);
      } finally {
        release();
      }
    }
  }
}

/** What nobody can read any longer is as good as nothing, and goes. */
function readWritten(text: string): Written {
  const none = { at: 0, rows: [] };
  try {
    const given: unknown = JSON.parse(text);
    return isWritten(given) ? given : none;
  } catch (error) {
    if (error instanceof SyntaxError) return none;
    throw error;
  }
}

function isWritten(given: unknown): given is Written {
  return (
    isObject(given) &&
    typeof given['at'] === 'number' &&
    Array.isArray(given['rows']) &&
    given['rows'].every(isRow)
  );
}

function isRow(given: unknown): boolean {
  return (
    isObject(given) &&
    typeof given['placementId'] === 'string' &&
    isObject(given['base']) &&
    (given['sent'] === null || isObject(given['sent'])) &&
    isObject(given['typed']) &&
    Array.isArray(given['addToPlan'])
  );
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
}
