import type { Because } from '#lib/domain/compensation/because.ts';
import type { Released } from '#lib/domain/compensation/milestone.ts';
import type { AcceptedOutcome } from '#lib/domain/compensation/outcome.ts';
import { rowInForce } from '#lib/domain/compensation/rates.ts';
import type { AgreementVersion, Level } from '#lib/domain/compensation/types.ts';
import { multiplyPermille, type Ore, ore, ZERO_ORE } from '#lib/shared/money.ts';

/** A milestone's part of the result pay, and how many calendar months it takes. */
export type MilestonePay = { readonly months: number; readonly released: Released };

type Priced = { readonly rateOre: Ore; readonly because: readonly Because[] };

/** The whole result pay in öre for the level, by the row in force on the start, scaled by extent where agreed. */
function rateOf(terms: AgreementVersion['resultPay'], level: Level, accepted: AcceptedOutcome): Priced {
  const { startOn, extentPercent } = accepted;
  const row = rowInForce(terms.rates, startOn);
  if (row === null) throw new RangeError(`No rate in force on ${startOn}`);
  const fullOre = row.ore[level];
  const because: Because[] = [
    { rule: 'resultPay.rate', section: '4', facts: { level, rateFrom: row.from, rateOre: fullOre } },
  ];
  if (terms.extentShares === null) return { rateOre: fullOre, because };
  const share = terms.extentShares.findLast(({ fromPercent }) => fromPercent <= extentPercent);
  if (share === undefined) return { rateOre: ZERO_ORE, because };
  const rateOre = multiplyPermille(fullOre, share.permille);
  because.push({ rule: 'resultPay.extentShare', section: '4', facts: { extentPercent, ...share, rateOre } });
  return { rateOre, because };
}

/**
 * The amounts of the milestones in öre: each is the rounded share up to and with it less the rounded share without
 * it, so that they add up to the rate (compensation model section 4).
 */
export function resultPay(
  agreement: AgreementVersion,
  level: Level,
  accepted: AcceptedOutcome,
): readonly MilestonePay[] {
  const { rateOre, because } = rateOf(agreement.resultPay, level, accepted);
  let permilleBefore = 0;
  return agreement.resultPay.milestones.map(({ months, sharePermille }) => {
    const permilleThrough = permilleBefore + sharePermille;
    const amountOre = ore(
      multiplyPermille(rateOre, permilleThrough) - multiplyPermille(rateOre, permilleBefore),
    );
    const step: Because = {
      rule: 'resultPay.amount',
      section: '4',
      facts: { rateOre, permilleThrough, permilleBefore, amountOre },
    };
    permilleBefore = permilleThrough;
    const released: Released = {
      key: `result:${months}`,
      component: 'resultPay',
      quantity: 1,
      unitOre: amountOre,
      amountOre,
      because: [...because, step],
    };
    return { months, released };
  });
}
