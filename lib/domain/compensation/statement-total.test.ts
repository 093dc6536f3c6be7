import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StatementDelta, statementTotal } from '#lib/domain/compensation/statement-total.ts';
import { ore, ZERO_ORE } from '#lib/shared/money.ts';

function delta(amount: number, vatPermille = 250): StatementDelta {
  return { vatPermille, amountOre: ore(amount) };
}

const amounts = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(ore);
const deltas = fc.array(fc.record({ vatPermille: fc.constantFrom(0, 60, 120, 250), amountOre: amounts }), {
  maxLength: 12,
});

describe('the sums of a statement', () => {
  it('VAT is rounded once for each rate, not for each placement', () => {
    // 25 % of 1 + 1 = 2 öre is 0.5, rounded 1; of each alone it would be 0.25, rounded 0. 6 % of 1 000 is 60.
    const total = statementTotal([delta(1), delta(1000, 60), delta(1)], ZERO_ORE);
    expect(total.vat).toEqual([
      { vatPermille: 60, netOre: 1000, vatOre: 60 },
      { vatPermille: 250, netOre: 2, vatOre: 1 },
    ]);
    expect(total).toMatchObject({ netOre: 1002, vatOre: 61, balanceOre: 1063 });
  });

  it('a balance is paid in whole kronor, the rounding being a line of its own', () => {
    // 14.95 + 25 % 3.7375, rounded 3.74, = 18.69 kr: 19 kr is paid, 31 öre of it rounding.
    expect(statementTotal([delta(1495)], ZERO_ORE)).toMatchObject({
      balanceOre: 1869,
      roundingOre: 31,
      paidOre: 1900,
      carriedOutOre: 0,
    });
  });

  it('half a krona rounds up and is paid; less is carried, unrounded', () => {
    expect(statementTotal([delta(50, 0)], ZERO_ORE)).toMatchObject({
      paidOre: 100,
      roundingOre: 50,
      carriedOutOre: 0,
    });
    expect(statementTotal([delta(49, 0)], ZERO_ORE)).toMatchObject({
      paidOre: 0,
      roundingOre: 0,
      carriedOutOre: 49,
    });
  });

  it('a balance below zero pays nothing and is set off against the next statement', () => {
    const first = statementTotal([delta(-2_476_500)], ZERO_ORE);
    // −24 765.00 − 25 % 6 191.25 = −30 956.25 kr.
    expect(first).toMatchObject({ paidOre: 0, carriedOutOre: -3_095_625 });
    const second = statementTotal([delta(3_000_000)], first.carriedOutOre);
    // 37 500.00 − 30 956.25 = 6 543.75 kr.
    expect(second).toMatchObject({
      balanceOre: 654_375,
      paidOre: 654_400,
      roundingOre: 25,
      carriedOutOre: 0,
    });
  });

  it('a statement without deltas passes the balance on', () => {
    expect(statementTotal([], ore(-500))).toMatchObject({
      netOre: 0,
      vat: [],
      paidOre: 0,
      carriedOutOre: -500,
    });
  });

  it('nothing is lost: what is paid and carried is the balance and the rounding', () => {
    fc.assert(
      fc.property(deltas, amounts, (list, carriedIn) => {
        const total = statementTotal(list, carriedIn);
        expect(total.paidOre + total.carriedOutOre).toBe(total.balanceOre + total.roundingOre);
        expect(total.balanceOre).toBe(total.netOre + total.vatOre + carriedIn);
        expect(total.netOre).toBe(list.reduce((sum, { amountOre }) => sum + amountOre, 0));
        expect(Math.abs(total.roundingOre)).toBeLessThanOrEqual(50);
        expect(total.paidOre % 100).toBe(0);
        expect(total.paidOre === 0 || total.carriedOutOre === 0).toBe(true);
        expect(total.carriedOutOre).toBeLessThan(50);
      }),
    );
  });
});
