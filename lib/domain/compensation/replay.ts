import { type Because, factsOf } from '#lib/domain/compensation/because.ts';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { workingDaysOf } from '#lib/domain/compensation/working-days.ts';
import { divideRounded, multiplyPermille, type Ore, ore, oreFromBigInt } from '#lib/shared/money.ts';
import { toEpochDay } from '#lib/shared/plain-date.ts';

function basePay({ basePay: terms, workdays }: AgreementVersion, because: readonly Because[]): Ore | null {
  const days = factsOf(because, 'basePay.payDays');
  const rate = factsOf(because, 'basePay.dayRate');
  if (days === null || rate === null) return null;
  const row = terms.rates.find(({ from }) => from === rate.rateFrom);
  if (row === undefined) return null;
  const working = workingDaysOf(workdays);
  const count = days.serviceDays.reduce(
    (sum, { from, to }) => sum + working.count(toEpochDay(from), toEpochDay(to)),
    0,
  );
  return ore((count - days.unpaidAbsences.length) * row.orePerDay[rate.level]);
}

function resultPay({ resultPay: terms }: AgreementVersion, because: readonly Because[]): Ore | null {
  const rate = factsOf(because, 'resultPay.rate');
  const part = factsOf(because, 'resultPay.amount');
  const scaled = factsOf(because, 'resultPay.extentShare');
  const row = terms.rates.find(({ from }) => from === rate?.rateFrom);
  if (rate === null || part === null || row === undefined) return null;
  const fullOre = row.ore[rate.level];
  const rateOre = scaled === null ? fullOre : multiplyPermille(fullOre, scaled.permille);
  return ore(
    multiplyPermille(rateOre, part.permilleThrough) - multiplyPermille(rateOre, part.permilleBefore),
  );
}

function speedBonus(
  { speedBonus: terms, basePay: { rates } }: AgreementVersion,
  because: readonly Because[],
): Ore | null {
  const unused = factsOf(because, 'speedBonus.unusedDays');
  if (unused !== null && terms?.kind === 'unusedBasePay') {
    const sum = unused.rates.reduce((total, { rateFrom, days }) => {
      const row = rates.find(({ from }) => from === rateFrom);
      return total + BigInt(row?.orePerDay[unused.level] ?? 0) * BigInt(days);
    }, 0n);
    return oreFromBigInt(divideRounded(sum * BigInt(terms.sharePermille), 1000n));
  }
  const reached = factsOf(because, 'speedBonus.tier');
  if (reached === null || terms?.kind !== 'tiers') return null;
  return terms.tiers.find(({ beforeDay }) => reached.daysToStart < beforeDay)?.ore[reached.level] ?? null;
}

function supplement({ supplement: terms }: AgreementVersion, because: readonly Because[]): Ore | null {
  const amount = factsOf(because, 'supplement.amount');
  return amount === null || terms === null ? null : terms.ore[amount.level];
}

/**
 * The amount in öre that a stored reason gives under its agreement version, calculated anew from the counts and dates
 * in it, or null where it does not fit the agreement: proof that a line explains itself (compensation model section 7).
 */
export function replay(agreement: AgreementVersion, because: readonly Because[]): Ore | null {
  return (
    basePay(agreement, because) ??
    resultPay(agreement, because) ??
    speedBonus(agreement, because) ??
    supplement(agreement, because)
  );
}
