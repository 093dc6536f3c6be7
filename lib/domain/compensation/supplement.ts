import type { Because } from '#lib/domain/compensation/because.ts';
import type { Released } from '#lib/domain/compensation/milestone.ts';
import type { AcceptedOutcome } from '#lib/domain/compensation/outcome.ts';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';

/**
 * The supplement in öre, or null where there is none: the outcome starts before the planned end of an early enough
 * service period, whatever the service ended by (compensation model section 4).
 */
export function supplement(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  { startOn }: AcceptedOutcome,
): Released | null {
  const terms = agreement.supplement;
  if (terms === null) return null;
  const { level, periods } = facts.placement;
  const { withinPeriods } = terms;
  const period = periods.find(({ number, to }) => number <= withinPeriods && startOn < to);
  if (period === undefined) return null;
  const amountOre = terms.ore[level];
  const because: Because[] = [
    {
      rule: 'supplement.startedInPeriod',
      section: '4',
      facts: { start: startOn, periodNumber: period.number, periodTo: period.to, withinPeriods },
    },
    { rule: 'supplement.amount', section: '4', facts: { level, amountOre } },
  ];
  return { key: 'supplement', component: 'supplement', quantity: 1, unitOre: amountOre, amountOre, because };
}
