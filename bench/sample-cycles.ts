import { parseArgs } from 'node:util';
import {
  chanceFrom,
  type Coverage,
  ERROR_MODELS,
  simulateCycles,
} from '#lib/domain/sampling/testing/simulate.ts';
import { runMain } from '#scripts/lib/run-main.ts';

/**
 * A thousand simulated cycles of the real shape (200 providers, 900 delivery areas of theirs, three levels, many small strata) of which
 * the truth is known: how often the 95 % interval holds it. A third of them each with errors alike everywhere, gathered with few
 * providers, and oftener in large strata; `models` tells them apart. `--quick` draws sixty.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const CYCLES = values.quick ? 60 : 1000;
const LEAST = 0.93;

await runMain(async () => {
  const chance = chanceFrom(seed);
  const models: Record<string, Coverage> = {};
  let begun = 0;
  for (const [at, model] of ERROR_MODELS.entries()) {
    const until = Math.round((CYCLES * (at + 1)) / ERROR_MODELS.length);
    const coverage = simulateCycles(until - begun, model, chance);
    begun = until;
    models[model] = coverage;
    console.log(`${model}: ${JSON.stringify(coverage)}`);
  }
  const mean = (of: 'coverage' | 'providerCoverage'): number =>
    Object.values(models).reduce((sum, one) => sum + one[of] * one.cycles, 0) / CYCLES;
  const [coverage, providerCoverage] = [mean('coverage'), mean('providerCoverage')];
  console.log(
    JSON.stringify({ name: 'sample-cycles', cycles: CYCLES, coverage, providerCoverage, models, seed }),
  );
  if (coverage < LEAST || providerCoverage < LEAST) process.exitCode = 1;
  await Promise.resolve();
});
