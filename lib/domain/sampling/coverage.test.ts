import { expect, test } from 'vitest';
import { chanceFrom, ERROR_MODELS, simulateCycles } from '#lib/domain/sampling/testing/simulate.ts';

// 66 cycles of each model with error rates of 0.2–10 %; `npm run bench -- sample-cycles` draws a thousand.
test.each(ERROR_MODELS)(
  'of simulated cycles with errors %s the 95 per cent interval holds the true share in at least 93 per cent, of all and of each provider',
  { timeout: 60_000 },
  (model) => {
    const { coverage, providerCoverage, amountCoverage, bias } = simulateCycles(66, model, chanceFrom(1));
    expect(coverage).toBeGreaterThanOrEqual(0.93);
    expect(providerCoverage).toBeGreaterThanOrEqual(0.93);
    expect(amountCoverage).toBeGreaterThanOrEqual(0.93);
    // Less than one report in a thousand too many or too few.
    expect(Math.abs(bias)).toBeLessThan(1);
  },
);
