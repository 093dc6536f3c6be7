import { setTimeout as pause } from 'node:timers/promises';
import { keepKilling, type Part, PARTS } from '#bench/lib/crash/kill.ts';
import { type CrashClient, keepSending, type Tally } from '#bench/lib/crash/sender.ts';
import type { Product } from '#bench/lib/product.ts';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Trial = {
  readonly product: Product;
  readonly ownerUrl: string;
  readonly month: Month;
  readonly today: PlainDate;
  readonly seed: number;
  /** Of each part. */
  readonly kills: number;
  readonly submissions: number;
  /** Longer it does not go on. */
  readonly minutes: number;
};

type Tried = {
  readonly tally: Tally;
  /** Milliseconds from each kill. */
  readonly readyAfter: Readonly<Record<Part, readonly number[]>>;
  readonly seconds: number;
  readonly isEnough: boolean;
};

const TELL_EVERY_MS = 15_000;
/** What is under way at the end is answered by parts that nobody kills any more. */
const LAST_ANSWERS_MS = 60_000;

export function acknowledgedOf({ reports, entries, invitations }: Tally): number {
  return reports.length + entries.length + invitations.length;
}

/** All clients send, all parts are killed, until there have been enough of both. */
export async function loadAndKill(clients: readonly CrashClient[], trial: Trial): Promise<Tried> {
  const { product, seed, kills, submissions } = trial;
  const tally: Tally = { reports: [], entries: [], invitations: [], replayed: 0, differed: 0, refused: [] };
  const acknowledged = (): number => acknowledgedOf(tally);
  const readyAfter: Record<Part, number[]> = { portal: [], worker: [], database: [] };
  const [stopping, givingUp] = [new AbortController(), new AbortController()];
  const [stop, giveUp] = [stopping.signal, givingUp.signal];
  const from = Date.now();
  const sending = clients.map((client, n) =>
    keepSending(client, { ...trial, url: product.url, tally, pick: seeded(seed * 1000 + n), stop, giveUp }),
  );
  const killing = PARTS.map((part, n) =>
    keepKilling(part, {
      ...trial,
      pick: seeded(seed * 1000 + 500 + n),
      stop,
      acknowledged,
      onKilled: (ms) => readyAfter[part].push(ms),
    }),
  );
  const isEnough = (): boolean =>
    acknowledged() >= submissions && PARTS.every((part) => readyAfter[part].length >= kills);
  const watching = watch(from + trial.minutes * 60_000, stop, isEnough, () => {
    const killed = PARTS.map((part) => `${part} ${readyAfter[part].length}`).join(', ');
    console.log(`  ${secondsSince(from)} s: ${acknowledged()} acknowledged, killed: ${killed}`);
  });
  try {
    // A fault of any of them ends it all.
    await Promise.race([watching, Promise.all([...sending, ...killing])]);
  } finally {
    stopping.abort();
    setTimeout(() => givingUp.abort(), LAST_ANSWERS_MS).unref();
  }
  const enough = isEnough();
  await Promise.all([...sending, ...killing]);
  return { tally, readyAfter, seconds: secondsSince(from), isEnough: enough };
}

async function watch(
  until: number,
  stop: AbortSignal,
  isEnough: () => boolean,
  tell: () => void,
): Promise<void> {
  let told = Date.now();
  while (!isEnough() && !stop.aborted && Date.now() < until) {
    await pause(200);
    if (Date.now() - told < TELL_EVERY_MS) continue;
    told = Date.now();
    tell();
  }
}

function secondsSince(from: number): number {
  return Math.round((Date.now() - from) / 1000);
}
