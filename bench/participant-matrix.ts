import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import {
  type Combination,
  combinationName,
  everyCombination,
  pairwiseCombinations,
} from '#bench/lib/participant-matrix/combinations.ts';
import { walkJourneys } from '#bench/lib/participant-matrix/journeys.ts';
import { faultsOf, MOST_KEYS, type State } from '#bench/lib/participant-matrix/state.ts';
import { makeWalkers, type Walkers } from '#bench/lib/participant-matrix/people.ts';
import { Walk } from '#bench/lib/participant-matrix/walk.ts';
import { FLAGS } from '#bench/lib/participant-browser.ts';
import { startProduct } from '#bench/lib/product.ts';
import { today } from '#lib/server/clock.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { findOrInstallChromium } from '#scripts/test/chromium.ts';

/**
 * Every journey of participants in every combination of scripts, language, width and colours: 36. What is looked at on each page, and
 * what is excepted, stands with `look.ts` and `measure-page.ts`. Starts the product with the demo in a data folder of its own.
 * `--quick` walks nine combinations that hold every pair. There is nothing to draw by lot: the seed is only printed.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const combinations = values.quick ? pairwiseCombinations() : everyCombination();

await runMain(async () => {
  console.log(`participant-matrix: seed ${seed}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`);
  const product = await startProduct({ PORTAL_SEED: 'demo' });
  try {
    const walkers = await makeWalkers(product.dataDir, combinations.length, today());
    const begun = performance.now();
    const walked = await walkAll(product.url, walkers);
    report(walked, Math.round((performance.now() - begun) / 1000));
  } finally {
    await product.stop();
  }
});

type Walked = { readonly combination: Combination; readonly states: readonly State[]; readonly keys: number };

async function walkAll(url: string, walkers: readonly Walkers[]): Promise<readonly Walked[]> {
  const browser = await chromium.launch({
    executablePath: process.env['PORTAL_CHROMIUM'] ?? findOrInstallChromium(),
    args: FLAGS,
  });
  try {
    const walked: Walked[] = [];
    for (const [nth, combination] of combinations.entries()) {
      const own = walkers[nth];
      if (own === undefined) throw new Error('Each combination has walkers of its own');
      walked.push(await walkOne(browser, url, combination, own));
    }
    return walked;
  } finally {
    await browser.close();
  }
}

async function walkOne(
  browser: Browser,
  url: string,
  combination: Combination,
  own: Walkers,
): Promise<Walked> {
  const walk = await Walk.begin(browser, url, combination);
  try {
    await walkJourneys(walk, own);
    const { states, keys, complaints } = walk;
    console.log(`${combinationName(combination)}: ${states.length} states, ${keys} keys`);
    for (const fault of [...states.flatMap((state) => faultsOf(state, combination)), ...complaints])
      console.log(`  ${fault}`);
    return { combination, states, keys };
  } finally {
    await walk.end();
  }
}

function report(walked: readonly Walked[], seconds: number): void {
  const states = walked.flatMap((one) => one.states);
  const count = (faults: (state: State) => number): number =>
    states.reduce((sum, state) => sum + faults(state), 0);
  const lixOf = (locale: Combination['locale']): number => {
    const own = walked.filter(({ combination }) => combination.locale === locale);
    return Math.round(Math.max(...own.flatMap((one) => one.states.map(({ lix }) => lix ?? 0))) * 10) / 10;
  };
  const keys = Math.max(...walked.map((one) => one.keys));
  const result = {
    name: 'participant-matrix',
    combinations: walked.length,
    states: states.length,
    violations: count(({ violations }) => violations.length),
    scrolling: count(({ sideways }) => (sideways > 0 ? 1 : 0)),
    smallTargets: count(({ smallTargets }) => smallTargets.length),
    unmarked: count(({ unmarked }) => unmarked.length),
    lixMost: { sv: lixOf('sv'), svSimple: lixOf('sv-simple') },
    keys,
    withinKeys: keys <= MOST_KEYS,
    seconds,
    seed,
  };
  console.log(JSON.stringify(result));
}
