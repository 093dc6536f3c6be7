import fc from 'fast-check';
import type { Answer, RequestSpec } from '#lib/server/gate/testing/fuzz/spec.ts';

export type Finding = {
  readonly faults: readonly string[];
  readonly spec: RequestSpec;
  readonly answer: Answer | null;
};

export type FuzzTally = {
  sent: number;
  readonly statuses: Record<string, number>;
  readonly findings: Map<string, Finding>;
  /** Requests with a fault, all together. */
  faulty: number;
};

type Fuzz = {
  readonly requests: fc.Arbitrary<RequestSpec>;
  readonly count: number;
  readonly seed: number;
  readonly concurrency: number;
  readonly send: (spec: RequestSpec) => Promise<Answer | null>;
  readonly judge: (spec: RequestSpec, answer: Answer | null) => readonly string[];
  readonly until?: () => boolean;
  readonly progress?: (tally: FuzzTally) => void;
};

const BATCH = 1000;
/** So many kinds of faults are made small; the others are counted. */
const MOST_SHRUNK = 8;

/** Sends so many requests, some at a time, and makes the first of each kind of fault small. */
export async function runFuzz(fuzz: Fuzz): Promise<FuzzTally> {
  const tally: FuzzTally = { sent: 0, statuses: {}, findings: new Map(), faulty: 0 };
  for (let batch = 0; tally.sent < fuzz.count && fuzz.until?.() !== true; batch += 1) {
    const numRuns = Math.min(BATCH, fuzz.count - tally.sent);
    const given = { seed: fuzz.seed * 100_003 + batch, numRuns };
    await sendBatch(fuzz, fc.sample(fuzz.requests, given), given.seed, tally);
    fuzz.progress?.(tally);
  }
  return tally;
}

async function sendBatch(
  fuzz: Fuzz,
  specs: readonly RequestSpec[],
  seed: number,
  tally: FuzzTally,
): Promise<void> {
  const waiting = specs.entries();
  const lane = async (): Promise<void> => {
    for (const [at, spec] of waiting) {
      const answer = await fuzz.send(spec);
      tally.sent += 1;
      const status = String(answer?.status ?? 'none');
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
      const faults = fuzz.judge(spec, answer);
      if (faults.length === 0) continue;
      tally.faulty += 1;
      const kind = kindOf(spec, faults);
      if (tally.findings.has(kind)) continue;
      tally.findings.set(kind, { faults, spec, answer });
      if (tally.findings.size <= MOST_SHRUNK)
        tally.findings.set(kind, (await shrunk(fuzz, seed, at, kind)) ?? { faults, spec, answer });
    }
  };
  await Promise.all(Array.from({ length: fuzz.concurrency }, lane));
}

/** Faults are of one kind where they are the same at the same door: identifiers apart. */
function kindOf({ method, target }: RequestSpec, faults: readonly string[]): string {
  const door = (target.split('?', 1)[0] ?? '').split('/').slice(0, 4).join('/').slice(0, 60);
  return `${method} ${door}: ${faults.join(', ')}`;
}

/** The smallest request found with the same fault; null where it does not happen again. */
async function shrunk(fuzz: Fuzz, seed: number, at: number, kind: string): Promise<Finding | null> {
  let least: Finding | null = null;
  const property = fc.asyncProperty(fuzz.requests, async (spec) => {
    const answer = await fuzz.send(spec);
    const faults = fuzz.judge(spec, answer);
    if (kindOf(spec, faults) !== kind) return true;
    least = { faults, spec, answer };
    return false;
  });
  await fc.check(property, { seed, path: String(at), numRuns: 1, interruptAfterTimeLimit: 10_000 });
  return least;
}
