import {
  combinationName,
  everyCombination,
  pairsIn,
  pairwiseCombinations,
} from '#bench/lib/participant-matrix/combinations.ts';
import { walkJourneys } from '#bench/lib/participant-matrix/journeys.ts';
import { makeWalkers, type Walkers } from '#bench/lib/participant-matrix/people.ts';
import { faultsOf, MOST_KEYS } from '#bench/lib/participant-matrix/state.ts';
import { Walk } from '#bench/lib/participant-matrix/walk.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

/**
 * Every journey of participants in nine combinations of scripts, language, width and colours that hold every pair of them; all
 * 36 are the benchmark `participant-matrix`. Each walks with people of its own, in a portal of their own; workers share them out.
 */
test.describe.configure({ mode: 'parallel' });

const COMBINATIONS = pairwiseCombinations();

let port: string;
let portal: StartedPortal;
let walkers: readonly Walkers[];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  port = String(Number(process.env['E2E_PORT']) + 180 + 10 * test.info().parallelIndex);
  portal = await startDemo(port);
  walkers = await makeWalkers(portal.folder, COMBINATIONS.length, plainDateFromDate(new Date()));
});
test.afterAll(async () => await portal.stop());

test('the combinations hold every pair', () => {
  expect(pairsIn(COMBINATIONS)).toEqual(pairsIn(everyCombination()));
});

for (const [nth, combination] of COMBINATIONS.entries()) {
  test(`participants' journeys: ${combinationName(combination)}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const own = walkers[nth];
    if (own === undefined) throw new Error('Each combination has walkers of its own');
    const walk = await Walk.begin(browser, `http://localhost:${port}`, combination);
    try {
      await walkJourneys(walk, own);
      expect(walk.states.flatMap((state) => faultsOf(state, combination))).toEqual([]);
      expect(walk.complaints).toEqual([]);
      expect(walk.keys).toBeGreaterThan(0);
      expect(walk.keys).toBeLessThanOrEqual(MOST_KEYS);
    } finally {
      await walk.end();
    }
  });
}
