import { basePay } from '#lib/domain/compensation/base-pay.ts';
import { deltas } from '#lib/domain/compensation/deltas.ts';
import { type Entries, type Evaluation, NO_ENTRIES } from '#lib/domain/compensation/evaluation.ts';
import { entryFor, milestoneState, type Released } from '#lib/domain/compensation/milestone.ts';
import { acceptOutcome } from '#lib/domain/compensation/outcome.ts';
import { resultPay } from '#lib/domain/compensation/result-pay.ts';
import { speedBonus } from '#lib/domain/compensation/speed-bonus.ts';
import { supplement } from '#lib/domain/compensation/supplement.ts';
import type { AgreementVersion, OutcomeFact, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { ore, sumOre, ZERO_ORE } from '#lib/shared/money.ts';

/** Everything that an outcome gives: result pay by milestone, speed bonus, supplement, in that order. */
function outcomePay(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  outcome: OutcomeFact,
): readonly Entries[] {
  const accepted = acceptOutcome(agreement, facts, outcome);
  if (!accepted.ok) {
    const entry = {
      key: 'outcome',
      component: 'resultPay',
      reason: accepted.error,
      amountOre: ZERO_ORE,
    } as const;
    return [{ ...NO_ENTRIES, notPayable: [entry] }];
  }
  const { level } = facts.placement;
  const releasedAfter = (months: number, released: Released): Entries =>
    entryFor(milestoneState(agreement, facts, accepted.value, months), released);
  const entries = resultPay(agreement, level, accepted.value).map(({ months, released }) =>
    releasedAfter(months, released),
  );
  const bonus = speedBonus(agreement, facts, accepted.value);
  if (bonus !== null && agreement.speedBonus !== null) {
    entries.push(releasedAfter(agreement.speedBonus.releaseMonths, bonus));
  }
  const extra = supplement(agreement, facts, accepted.value);
  if (extra !== null && agreement.supplement !== null) {
    entries.push(releasedAfter(agreement.supplement.releaseMonths, extra));
  }
  return entries;
}

/**
 * What one placement gives under its agreement version, in öre: lines, what is pending, what is not payable and why,
 * and the difference to what is posted (the compensation model). Pure: every date it needs is in the facts.
 * Throws OreOutOfRangeError or DateOutOfRangeError where a number or date in the answer cannot be held exactly.
 */
export function evaluate(agreement: AgreementVersion, facts: PlacementFacts): Evaluation {
  const parts = [basePay(agreement, facts)];
  const { outcome, posted, asOf } = facts;
  // What was reported after asOf does not exist yet.
  if (outcome !== null && outcome.signalledOn <= asOf) parts.push(...outcomePay(agreement, facts, outcome));
  const lines = parts.flatMap((part) => part.lines);
  const earnedOre = sumOre(lines.map((line) => line.amountOre));
  const postedOre = sumOre(posted.map((posting) => posting.amountOre));
  return {
    lines,
    pending: parts.flatMap((part) => part.pending),
    notPayable: parts.flatMap((part) => part.notPayable),
    deltas: deltas(lines, posted),
    totals: { earnedOre, postedOre, deltaOre: ore(earnedOre - postedOre) },
  };
}
