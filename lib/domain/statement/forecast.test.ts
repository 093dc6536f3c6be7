import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { input, krom, work } from '#lib/domain/compensation/testing/given.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { type Due, forecast } from '#lib/domain/statement/forecast.ts';
import { pendingNeedSv } from '#lib/domain/statement/forecast-need-sv.ts';
import { addMonthsTo, monthOf } from '#lib/shared/month.ts';
import { ore, sumOre } from '#lib/shared/money.ts';
import { fromEpochDay, plainDate } from '#lib/shared/plain-date.ts';

const dues: fc.Arbitrary<readonly Due[]> = fc.array(
  fc.record({
    dueOn: fc.integer({ min: 18_600, max: 19_800 }).map(fromEpochDay),
    component: fc.constantFrom('resultPay', 'speedBonus', 'supplement'),
    amounts: fc.integer({ min: 1, max: 40 }),
    amountOre: fc.integer({ min: 1, max: 5_000_000 }).map(ore),
  }),
  { maxLength: 30 },
);

describe('the forecast', () => {
  it('loses nothing and adds nothing, in months that follow each other', () => {
    fc.assert(
      fc.property(dues, (pending) => {
        const months = forecast(pending);
        expect(sumOre(months.map(({ amountOre }) => amountOre))).toBe(
          sumOre(pending.map(({ amountOre }) => amountOre)),
        );
        for (const { amountOre, byComponent } of months) {
          expect(sumOre(Object.values(byComponent))).toBe(amountOre);
        }
        const [first] = months;
        expect(months.map(({ month }) => month)).toEqual(
          first === undefined ? [] : months.map((_, index) => addMonthsTo(first.month, index)),
        );
        for (const { dueOn } of pending) {
          expect(months.some(({ month }) => month === monthOf(dueOn))).toBe(true);
        }
      }),
    );
  });

  it('has the months between, in which nothing falls due', () => {
    const due = (dueOn: string): Due => ({
      dueOn: plainDate(dueOn),
      component: 'resultPay',
      amounts: 1,
      amountOre: ore(100),
    });
    const months = forecast([due('2027-01-31'), due('2026-11-01')]);
    expect(months.map(({ month, amounts }) => `${month} ${amounts}`)).toEqual([
      '2026-11 1',
      '2026-12 0',
      '2027-01 1',
    ]);
  });
});

/** What each pending amount needs, on 15 July 2021 with work from 1 June. */
function needs(outcome: Readonly<Record<string, unknown>>, agreement: unknown = krom()): readonly string[] {
  const facts = {
    placement: { end: '2021-06-01', endReason: 'outcome' },
    outcome: work(outcome),
    asOf: '2021-07-15',
  };
  const read = validateInput(input(facts, agreement));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return evaluate(read.value.agreement, read.value.facts).pending.map((entry) =>
    pendingNeedSv({ ...entry, ...read.value }),
  );
}

describe('what a pending amount needs', () => {
  it('is that it lasts, is verified and approved, by the day before it falls due', () => {
    expect(needs({ status: 'submitted', verifiedThrough: null })).toEqual([
      'Arbetet behöver fortsätta till och med 30 september 2021, vara styrkt till dess, och resultatet behöver vara godkänt.',
      'Arbetet behöver fortsätta till och med 30 september 2021, vara styrkt till dess, och resultatet behöver vara godkänt. Premien betalas tillsammans med resultatersättningen efter 4 månader.',
      'Arbetet behöver fortsätta till och med 30 september 2021, vara styrkt till dess, och resultatet behöver vara godkänt. Tillägget betalas tillsammans med resultatersättningen efter 4 månader.',
    ]);
  });

  it('leaves out what is there already, and says how long a break may be', () => {
    expect(needs({ verifiedThrough: '2021-07-01' })[0]).toBe(
      'Arbetet behöver fortsätta till och med 30 september 2021 och vara styrkt till dess.',
    );
    expect(needs({ verifiedThrough: '2021-10-01', type: 'studies' })[0]).toBe(
      'Studierna behöver fortsätta till och med 30 september 2021. Allt är redan styrkt och godkänt.',
    );
    expect(needs({ verifiedThrough: null }, krom({ resultPay: { maxGapDays: 5 } }))[0]).toBe(
      'Arbetet behöver fortsätta till och med 30 september 2021, med högst 5 dagars uppehåll, och vara styrkt till dess.',
    );
  });
});
