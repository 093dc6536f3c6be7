import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { patchFacts } from '#lib/domain/effect/patch-facts.ts';
import { AGREEMENT, approved, FACTS } from '#lib/domain/effect/testing/one-placement.ts';
import { courseKronor, outcomeOfSignal } from '#lib/domain/signal/course-kronor.ts';
import type { Signal } from '#lib/domain/signal/signal.ts';
import { ore } from '#lib/shared/money.ts';
import { month } from '#lib/shared/month.ts';
import { addDays, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';

/** Full-time work from Tuesday 1 June 2021. The placement is 8 March to 3 September, level B: 65 kr a day. */
const SIGNAL: Signal = {
  type: 'employment',
  extentPercent: 100,
  from: plainDate('2021-06-01'),
  appliedOn: null,
  employerName: '',
  signalledOn: plainDate('2021-05-20'),
};

function ending(signal: Signal, facts = FACTS): PlacementFacts {
  return patchFacts(facts, {
    outcome: outcomeOfSignal(signal, null),
    end: { end: signal.from, endReason: 'outcome' },
  });
}
function goingOn(signal: Signal, facts = FACTS): PlacementFacts {
  return patchFacts(facts, { outcome: outcomeOfSignal(signal, null), end: null });
}
const amounts = (facts: PlacementFacts) =>
  Object.fromEntries(
    courseKronor(AGREEMENT, facts).components.map(({ component, amountOre }) => [component, amountOre]),
  );

describe('what a placement gives in all', () => {
  test('where it ends with full-time work: the bonus is the base pay that was not used', () => {
    // March 18 + April 22 + May 21 = 61 days used; June 22 + July 22 + August 22 + September 3 = 69 not.
    expect(amounts(ending(SIGNAL))).toEqual({
      basePay: 61 * 6500,
      speedBonus: 69 * 6500,
      resultPay: 2_200_000,
      supplement: 350_000,
    });
  });

  test('where it goes on beside the work: base pay to the end of the planned days, and no bonus', () => {
    expect(amounts(goingOn(SIGNAL))).toEqual({
      basePay: 130 * 6500,
      speedBonus: 0,
      resultPay: 2_200_000,
      supplement: 350_000,
    });
  });

  test('a bonus by tiers is one piece, whatever days are left', () => {
    const tiers = [{ beforeDay: 100, ore: { A: ore(1), B: ore(500_000), C: ore(1) } }];
    const byTiers = { kind: 'tiers', tiers, minExtentPercent: 100, releaseMonths: 4 } as const;
    const daysOf = (agreement: AgreementVersion) =>
      courseKronor(agreement, ending(SIGNAL)).components.find(({ component }) => component === 'speedBonus');
    expect(daysOf(AGREEMENT)).toMatchObject({ amountOre: 69 * 6500, days: 69 });
    expect(daysOf({ ...AGREEMENT, speedBonus: byTiers })).toMatchObject({ amountOre: 500_000, days: null });
  });

  test('where it ends with half-time work: the days that are left give nothing', () => {
    expect(amounts(ending({ ...SIGNAL, extentPercent: 50 }))).toMatchObject({
      basePay: 61 * 6500,
      speedBonus: 0,
    });
  });

  test('says why nothing of the outcome would be paid', () => {
    const late = { ...SIGNAL, signalledOn: plainDate('2021-08-02') };
    expect(courseKronor(AGREEMENT, ending(late)).refused).toBe('signalledTooLate');
    expect(courseKronor(AGREEMENT, goingOn(late)).refused).toBeNull();
  });

  test('takes what waits as approved and leaves what was refused', () => {
    const march = approved(month('2021-03'));
    const reported = (status: 'submitted' | 'rejected') =>
      amounts(goingOn(SIGNAL, { ...FACTS, reports: [{ ...march, status }] }))['basePay'];
    expect(reported('submitted')).toBe(130 * 6500);
    expect(reported('rejected')).toBe(112 * 6500);
  });
});

const aDay = (from: PlainDate, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

test('whenever full-time work begins, ending with it and going on beside it give the same: the whole bonus is what was not used', () => {
  fc.assert(
    fc.property(aDay(plainDate('2021-03-09'), 178), (from) => {
      const signal = { ...SIGNAL, from, signalledOn: from };
      expect(courseKronor(AGREEMENT, ending(signal)).totalOre).toBe(
        courseKronor(AGREEMENT, goingOn(signal)).totalOre,
      );
    }),
  );
});
