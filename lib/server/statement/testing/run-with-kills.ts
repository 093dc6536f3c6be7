import path from 'node:path';
import { attemptChild } from '#lib/server/testing/killed-child.ts';

const CHILD = path.join(import.meta.dirname, 'run-child.ts');

/** What the process that makes the statements is told. */
export type ChildRun = {
  readonly workerUrl: string;
  readonly runId: string;
  /** When the statements are proposed, ISO. */
  readonly now: string;
  readonly batchSize: number;
};

type Given = {
  readonly run: ChildRun;
  /** How many providers the run goes through. */
  readonly providers: number;
  /** So many at most: fewer where the run ends before. */
  readonly kills: number;
  /** A whole number from `min` to `max`, both included. */
  readonly pick: (min: number, max: number) => number;
};

/**
 * Makes the statements of a run, killed again and again and started again until it ends by itself. Returns how often it was
 * killed: while it opens the run, among the providers that an earlier try has done, at new ones, and while it proposes.
 */
export async function runWithKills({ run, providers, kills, pick }: Given): Promise<number> {
  const step = Math.max(1, Math.ceil((2 * providers) / Math.max(1, kills)));
  let reached = 0;
  for (let killed = 0; ; killed += 1) {
    const done = pick(1, 5) === 1 ? pick(0, reached) : Math.min(providers, reached + pick(0, step));
    const moment = { done, afterMs: pick(0, done === providers ? 12 : 40) };
    const tried = await attemptChild(CHILD, run, killed < kills ? moment : null);
    if (!tried.killed) return killed;
    reached = Math.max(reached, tried.done);
  }
}
