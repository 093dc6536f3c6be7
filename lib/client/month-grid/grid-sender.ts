import type { GridClock, GridTransport, SaveAnswer, SentRow } from '#lib/client/month-grid/grid-ports.ts';
import type { SavedDrafts } from '#lib/domain/month-grid/month-grid.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** How the way to the server is. */
export type Line = 'open' | 'offline' | 'failing' | 'loggedOut';

/** What is typed goes to the server at the latest so long after. */
const WAIT_MS = 1000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
const MOST_ROWS = 50;

type Batch = { readonly rows: readonly SentRow[]; readonly key: string };

type Work = {
  /** Takes up to so many unsaved rows that nothing keeps back, and marks them as sent. */
  readonly take: (most: number) => readonly SentRow[];
  readonly saved: (drafts: SavedDrafts) => void;
  readonly invalid: (placementIds: readonly string[], problems: readonly FieldProblem[]) => void;
  /** The line, or whether anything is on its way, is another. */
  readonly changed: () => void;
};

type Ports = { readonly transport: GridTransport; readonly clock: GridClock; readonly newKey: () => string };

/**
 * Sends unsaved rows, one batch at a time. One that got no answer is sent again as it was under its own key, so that it
 * is carried out once; when nobody is signed in, everything waits.
 */
export function createSender({ transport, clock, newKey }: Ports, work: Work) {
  let line: Line = 'open';
  let batch: Batch | null = null;
  let isUnderWay = false;
  let attempts = 0;
  let cancelTimer: (() => void) | null = null;

  return { line: () => line, isUnderWay: () => isUnderWay, schedule, send, resume, stop };

  /** Something is to be sent before long. */
  function schedule(): void {
    if (isUnderWay || cancelTimer !== null || line === 'loggedOut') return;
    wait(WAIT_MS);
  }

  function wait(ms: number): void {
    cancelTimer?.();
    cancelTimer = clock.after(ms, () => {
      cancelTimer = null;
      void send();
    });
  }

  function stop(): void {
    cancelTimer?.();
    cancelTimer = null;
  }

  /** Somebody may have signed in, or the network be there again. */
  async function resume(): Promise<void> {
    if (line === 'loggedOut') setLine('open');
    attempts = 0;
    await send();
  }

  /** Sends now, as far as there is anything and nothing is under way. */
  async function send(leaving = false): Promise<void> {
    if (isUnderWay || line === 'loggedOut') return;
    batch ??= nextBatch();
    if (batch === null) return;
    stop();
    isUnderWay = true;
    work.changed();
    const sent = batch;
    const answer = await transport.save(sent.rows, sent.key, leaving);
    isUnderWay = false;
    if (take(sent, answer)) await send();
    work.changed();
  }

  function nextBatch(): Batch | null {
    const rows = work.take(MOST_ROWS);
    return rows.length === 0 ? null : { rows, key: newKey() };
  }

  /** What the answer means; whether more is to be sent at once. */
  function take({ rows }: Batch, answer: SaveAnswer): boolean {
    const placementIds = rows.map(({ placementId }) => placementId);
    switch (answer.kind) {
      case 'saved':
        batch = null;
        attempts = 0;
        setLine('open');
        work.saved(answer.drafts);
        if (rows.length === MOST_ROWS) return true;
        schedule();
        return false;
      case 'invalid':
        batch = null;
        work.invalid(placementIds, answer.problems);
        schedule();
        return false;
      // The batch stays: it may have come there before, when no answer did.
      case 'loggedOut':
        setLine('loggedOut');
        return false;
      case 'unavailable':
        setLine(answer.offline ? 'offline' : 'failing');
        attempts += 1;
        wait(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1)));
        return false;
    }
  }

  function setLine(next: Line): void {
    line = next;
  }
}

export type Sender = ReturnType<typeof createSender>;
