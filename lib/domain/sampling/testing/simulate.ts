import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { SampledStratum } from '#lib/domain/sampling/estimate.ts';
import { estimate } from '#lib/domain/sampling/estimate.ts';
import { sampleSize } from '#lib/domain/sampling/stratum.ts';
import { ore } from '#lib/shared/money.ts';

/** How errors are spread among a cycle's reports. */
export const ERROR_MODELS = ['uniform', 'byProvider', 'bySize'] as const;
export type ErrorModel = (typeof ERROR_MODELS)[number];

/** Chance, as the simulation draws it: a number from 0 up to 1. */
export type Chance = () => number;

/** Numbers from a seed: equal seeds give equal cycles. */
export function chanceFrom(seed: number): Chance {
  const pick = seeded(seed);
  return () => pick(0, 2 ** 32 - 1) / 2 ** 32;
}

type Simulated = { readonly provider: number; readonly truth: number; readonly stratum: SampledStratum };

const PROVIDERS = 200;
const AREAS_OF_ALL = 900;
const LEVEL_SHARES = [0.24, 0.42, 0.34];
const RATES = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1];
const AMOUNT = ore(1_265_000);

/** Many small strata and few large ones: in the middle a handful of reports, now and then a hundred. */
function sizeOf(chance: Chance, share: number): number {
  const spread = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return Math.floor(share * 13 * Math.exp(0.9 * spread));
}

function rateOf(
  model: ErrorModel,
  rate: number,
  given: { readonly providerRate: number; readonly size: number },
): number {
  switch (model) {
    case 'uniform':
      return rate;
    case 'byProvider':
      return given.providerRate;
    case 'bySize':
      // Three times as many among large strata as in the middle, hardly any in the smallest.
      return Math.min(0.6, rate * 3 * (given.size / (given.size + 10)));
  }
}

/** How many of `size` are in error, and how many of those are among the `drawn` first of them in random order. */
function spoil(chance: Chance, size: number, drawn: number, rate: number): { truth: number; seen: number } {
  let truth = 0;
  let seen = 0;
  for (let at = 0; at < size; at += 1) {
    if (chance() >= rate) continue;
    truth += 1;
    if (at < drawn) seen += 1;
  }
  return { truth, seen };
}

/** One cycle of the real shape: its strata as drawn by the rules, and what is true of them. */
function simulateStrata(chance: Chance, model: ErrorModel, rate: number): readonly Simulated[] {
  const strata: Simulated[] = [];
  const providers = Array.from({ length: PROVIDERS }, () => ({
    // One provider in twenty has most of the errors.
    providerRate: chance() < 0.05 ? Math.min(0.6, rate * 10) : rate / 2,
    permille: chance() < 0.1 ? 200 : chance() < 0.15 ? 100 : 50,
  }));
  for (let area = 0; area < AREAS_OF_ALL; area += 1) {
    const number = area < PROVIDERS ? area : Math.floor(chance() ** 2 * PROVIDERS);
    const provider = providers[number] ?? { providerRate: rate, permille: 50 };
    for (const share of LEVEL_SHARES) {
      const size = sizeOf(chance, share * 3);
      if (size === 0) continue;
      const drawnCount = sampleSize(size, provider.permille, 1);
      const { truth, seen } = spoil(chance, size, drawnCount, rateOf(model, rate, { ...provider, size }));
      const errors = Array.from({ length: seen }, () => ({ amountOre: AMOUNT, errorOre: AMOUNT }));
      const stratum = {
        frameCount: size,
        frameOre: ore(size * AMOUNT),
        drawnCount,
        decidedCount: drawnCount,
        errors,
      };
      strata.push({ provider: number, truth, stratum });
    }
  }
  return strata;
}

export type Coverage = {
  readonly cycles: number;
  /** Share of the cycles whose interval of the total share holds the truth. */
  readonly coverage: number;
  /** Share of the providers of all cycles whose own interval does. */
  readonly providerCoverage: number;
  /** Share of the cycles whose bound of the amount is not below the truth. */
  readonly amountCoverage: number;
  /** Mean of (estimate − truth), in reports per thousand: what is without bias is near 0. */
  readonly bias: number;
};

const holds = (truth: number, { low, high }: { low: number; high: number }): boolean =>
  low - 1e-9 <= truth && truth <= high + 1e-9;

/** Draws so many cycles of one model with error rates from 0.2 to 10 %, and counts how often the intervals hold what is true. */
export function simulateCycles(cycles: number, model: ErrorModel, chance: Chance): Coverage {
  let [held, amounts, providersHeld, providers, bias] = [0, 0, 0, 0, 0];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const strata = simulateStrata(chance, model, RATES[cycle % RATES.length] ?? 0.02);
    const truth = truthOf(strata);
    const { share, amount } = estimate(strata.map(({ stratum }) => stratum));
    if (share === null || amount === null) continue;
    if (holds(truth.share, share)) held += 1;
    if (amount.high >= truth.errors * AMOUNT) amounts += 1;
    bias += (share.estimate - truth.share) * 1000;
    for (const own of Map.groupBy(strata, ({ provider }) => provider).values()) {
      const told = estimate(own.map(({ stratum }) => stratum)).share;
      providers += 1;
      if (told !== null && holds(truthOf(own).share, told)) providersHeld += 1;
    }
  }
  return {
    cycles,
    coverage: held / cycles,
    providerCoverage: providersHeld / providers,
    amountCoverage: amounts / cycles,
    bias: bias / cycles,
  };
}

function truthOf(strata: readonly Simulated[]): { readonly errors: number; readonly share: number } {
  const errors = strata.reduce((sum, { truth }) => sum + truth, 0);
  return { errors, share: errors / strata.reduce((sum, { stratum }) => sum + stratum.frameCount, 0) };
}
