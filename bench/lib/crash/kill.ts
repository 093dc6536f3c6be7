import { setTimeout as pause } from 'node:timers/promises';
import type { Product } from '#bench/lib/product.ts';
import type { Pick } from '#lib/domain/compensation/testing/random-input.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { killAll, postgresProcesses, processes } from '#lib/server/testing/kill-postgres.ts';

export const PARTS = ['portal', 'worker', 'database'] as const;
export type Part = (typeof PARTS)[number];

const LOOK_MS = 50;
const AIM_MS = 2_000;
const ANSWER_WITHIN_MS = 2_000;
/** Longer than anything may take: what is not back by then is a fault, and the measurement ends. */
const BACK_WITHIN_MS = 60_000;

/** A part's processes that live; of the database the first one and all its children. */
function livingOf(part: Part, { pid, dataDir }: Product): readonly number[] {
  if (part === 'database') return postgresProcesses(dataDir);
  return processes()
    .filter(({ parent, command }) => parent === pid && command.endsWith(`scripts/${part}.ts`))
    .map((one) => one.pid);
}

type Killing = {
  readonly product: Product;
  readonly ownerUrl: string;
  readonly pick: Pick;
  readonly stop: AbortSignal;
  /** So many times, */
  readonly kills: number;
  /** spread over so many submissions, */
  readonly submissions: number;
  /** of which so many have been acknowledged. */
  readonly acknowledged: () => number;
  readonly onKilled: (readyAfterMs: number) => void;
};

/**
 * Kills a part at random instants of the load: each kill has its submission, drawn before, and comes up to two seconds after it
 * was acknowledged, when the part is back from the one before. Tells after how long everything was ready again.
 */
export async function keepKilling(part: Part, killing: Killing): Promise<void> {
  const { pick, stop, kills, submissions, acknowledged, onKilled } = killing;
  const moments = Array.from({ length: kills }, () => pick(0, Math.floor(submissions * 0.95)));
  for (const moment of moments.toSorted((a, b) => a - b)) {
    while (acknowledged() < moment && !stop.aborted) await pause(LOOK_MS);
    await pause(pick(0, AIM_MS));
    if (stop.aborted) return;
    onKilled(await killOnce(part, killing));
  }
}

/** Milliseconds until everything was ready again. */
async function killOnce(part: Part, killing: Killing): Promise<number> {
  let killedAt = new Date();
  // One that is just being started has no process yet.
  while (!killAll(livingOf(part, killing.product))) {
    await pause(LOOK_MS);
    killedAt = new Date();
  }
  while (!(await isBack(part, killedAt, killing))) {
    if (Date.now() - killedAt.getTime() > BACK_WITHIN_MS)
      throw new Error(`The ${part}, killed at ${killedAt.toISOString()}, did not come back.`);
    await pause(LOOK_MS);
  }
  return Date.now() - killedAt.getTime();
}

/** The portal says that all is ready, and a worker has said that it lives since. */
async function isBack(part: Part, since: Date, { product, ownerUrl }: Killing): Promise<boolean> {
  if (part === 'worker') return await hasBeaten(ownerUrl, since).catch(() => false);
  const answer = await fetch(new URL('/api/ready', product.url), {
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch(() => undefined);
  await answer?.body?.cancel().catch(() => undefined);
  return answer?.status === 200;
}

async function hasBeaten(ownerUrl: string, since: Date): Promise<boolean> {
  return await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ beaten: boolean }>(
      'SELECT EXISTS (SELECT FROM worker_heartbeat WHERE at > $1) AS beaten',
      [since],
    );
    return rows[0]?.beaten === true;
  });
}
