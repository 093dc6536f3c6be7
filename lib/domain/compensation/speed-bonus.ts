import type { Because } from '#lib/domain/compensation/because.ts';
import type { Released } from '#lib/domain/compensation/milestone.ts';
import type { AcceptedOutcome } from '#lib/domain/compensation/outcome.ts';
import { rowsInTime } from '#lib/domain/compensation/rates.ts';
import type {
  AgreementVersion,
  PlacementFacts,
  TierBonus,
  UnusedBasePayBonus,
} from '#lib/domain/compensation/types.ts';
import { workingDaysOf } from '#lib/domain/compensation/working-days.ts';
import { divideRounded, oreFromBigInt } from '#lib/shared/money.ts';
import { fromEpochDay, toEpochDay } from '#lib/shared/plain-date.ts';

/** The working days of the planned periods that are neither before the end nor before the start, priced by day. */
function unusedBasePay(
  bonus: UnusedBasePayBonus,
  agreement: AgreementVersion,
  facts: PlacementFacts,
  { service, start }: AcceptedOutcome,
  end: number,
): Released {
  const { level } = facts.placement;
  const working = workingDaysOf(agreement.workdays);
  const notBefore = Math.max(end, start);
  const rates = rowsInTime(agreement.basePay.rates)
    .map(({ row, from, to }) => ({
      rateFrom: row.from,
      orePerDay: row.orePerDay[level],
      days: service.planned.reduce(
        (days, period) =>
          days + working.count(Math.max(period.from, from, notBefore), Math.min(period.to, to)),
        0,
      ),
    }))
    .filter(({ days }) => days > 0);
  const sum = rates.reduce((total, { orePerDay, days }) => total + BigInt(orePerDay) * BigInt(days), 0n);
  const amountOre = oreFromBigInt(divideRounded(sum * BigInt(bonus.sharePermille), 1000n));
  const step: Because = {
    rule: 'speedBonus.unusedDays',
    section: '4',
    facts: {
      level,
      notBefore: fromEpochDay(notBefore),
      rates,
      sharePermille: bonus.sharePermille,
      amountOre,
    },
  };
  const quantity = rates.reduce((total, { days }) => total + days, 0);
  return { key: 'speed', component: 'speedBonus', quantity, unitOre: null, amountOre, because: [step] };
}

/** The amount of the first tier that the start is before, counted in calendar days from the placement's first day. */
function tierBonus(
  bonus: TierBonus,
  facts: PlacementFacts,
  { service, start }: AcceptedOutcome,
): Released | null {
  const { level } = facts.placement;
  const daysToStart = start - service.firstDay;
  const tier = bonus.tiers.find(({ beforeDay }) => daysToStart < beforeDay);
  if (tier === undefined) return null;
  const amountOre = tier.ore[level];
  const step: Because = {
    rule: 'speedBonus.tier',
    section: '4',
    facts: { level, daysToStart, beforeDay: tier.beforeDay, amountOre },
  };
  return {
    key: 'speed',
    component: 'speedBonus',
    quantity: 1,
    unitOre: amountOre,
    amountOre,
    because: [step],
  };
}

/**
 * The speed bonus in öre, or null where there is none: the service ended by the outcome, with extent enough on the
 * day it started (compensation model section 4). Throws OreOutOfRangeError where it cannot be held exactly.
 */
export function speedBonus(
  agreement: AgreementVersion,
  facts: PlacementFacts,
  accepted: AcceptedOutcome,
): Released | null {
  const bonus = agreement.speedBonus;
  const { end, endReason } = facts.placement;
  if (bonus === null || end === null || endReason !== 'outcome') return null;
  const { extentPercent } = accepted;
  const { minExtentPercent } = bonus;
  if (extentPercent < minExtentPercent) return null;
  const released =
    bonus.kind === 'tiers'
      ? tierBonus(bonus, facts, accepted)
      : unusedBasePay(bonus, agreement, facts, accepted, toEpochDay(end));
  if (released === null) return null;
  const ended: Because = {
    rule: 'speedBonus.endedByOutcome',
    section: '4',
    facts: { end, extentPercent, minExtentPercent },
  };
  return { ...released, because: [ended, ...released.because] };
}
