import type { CheckCode, Finding } from '#lib/domain/report/check.ts';
import { FLAG_WEIGHTS, type Terms, type WeightedFlag } from '#lib/domain/terms/terms.ts';
import { divideRounded } from '#lib/shared/money.ts';

/** The weight of each flag by the terms, per mille; what it has always been where they say nothing of it. */
export function flagWeights({
  flagWeightPermille,
}: Pick<Terms, 'flagWeightPermille'>): Readonly<Record<WeightedFlag, number>> {
  return { ...FLAG_WEIGHTS, ...flagWeightPermille };
}

/** The same of one check, 0 for what is no flag. */
function weight(code: CheckCode, terms: Pick<Terms, 'flagWeightPermille'>): bigint {
  const weights: Readonly<Record<string, number>> = flagWeights(terms);
  return BigInt(Object.hasOwn(weights, code) ? (weights[code] ?? 0) : 0);
}

/**
 * Risk 0–100 = 100 × (1 − Π(1 − wᵢ)) over the report's flags, rounded to a whole number, halves up (review section 2).
 * With weights of k flags in per mille it is 100 × (1000ᵏ − Π(1000 − wᵢ)) ÷ 1000ᵏ in whole numbers: 200 and 50 give
 * 100 × (1 000 000 − 800 × 950) ÷ 1 000 000 = 24.
 */
export function riskOf(
  findings: readonly Pick<Finding, 'code' | 'severity'>[],
  terms: Pick<Terms, 'flagWeightPermille'>,
): number {
  let whole = 1n;
  let left = 1n;
  for (const { code, severity } of findings) {
    if (severity !== 'flag') continue;
    whole *= 1000n;
    left *= 1000n - weight(code, terms);
  }
  return Number(divideRounded(100n * (whole - left), whole));
}
