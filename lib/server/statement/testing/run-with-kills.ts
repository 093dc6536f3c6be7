import { fork } from 'node:child_process';
import path from 'node:path';

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

/** So long after so many providers: anywhere, within a transaction, too. */
type Moment = { readonly done: number; readonly afterMs: number };
type Attempt = { readonly killed: boolean; readonly done: number };

/** Starts the run in a process of its own and kills that, with no chance to clean up, at the moment, if there is one. */
async function attempt(run: ChildRun, moment: Moment | null): Promise<Attempt> {
  return await new Promise<Attempt>((resolve, reject) => {
    const child = fork(CHILD, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let done = 0;
    let said = '';
    let aimed = moment === null;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('message', (told) => {
      done = Number(told);
      if (aimed || moment === null || done < moment.done) return;
      aimed = true;
      setTimeout(() => child.kill('SIGKILL'), moment.afterMs);
    });
    child.once('exit', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve({ killed: signal === 'SIGKILL', done });
      else reject(new Error(`The run ended with ${code ?? signal}.\n${said}`));
    });
    child.send(run);
  });
}

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
    const tried = await attempt(run, killed < kills ? moment : null);
    if (!tried.killed) return killed;
    reached = Math.max(reached, tried.done);
  }
}
