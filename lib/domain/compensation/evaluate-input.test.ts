import { describe, expect, it } from 'vitest';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { approved, input, krom, work } from '#lib/domain/compensation/testing/given.ts';

const HUGE = Number.MAX_SAFE_INTEGER;
const march = { reports: [approved('2021-03', '2021-04-06')] };

function errorOf(value: unknown): unknown {
  const answer = evaluateInput(value);
  return 'error' in answer ? answer.error.errors.map(({ code }) => code) : 'evaluated';
}

describe('an element of unknown shape', () => {
  it('is evaluated, or answered with all its faults', () => {
    expect(errorOf(input())).toBe('evaluated');
    expect(evaluateInput({ agreement: krom() })).toEqual({
      error: {
        code: 'invalidInput',
        errors: [{ pointer: '/facts', code: 'required', message: 'Uppgiften saknas.' }],
      },
    });
  });

  it('amounts that cannot be held exactly are refused, not rounded', () => {
    const rates = [{ from: '2020-01-01', orePerDay: { A: HUGE, B: HUGE, C: HUGE } }];
    expect(errorOf(input(march, krom({ basePay: { rates } })))).toEqual(['amountOutOfRange']);
    const posted = [
      { key: 'a', amountOre: HUGE },
      { key: 'b', amountOre: HUGE },
    ];
    expect(errorOf(input({ posted }))).toEqual(['amountOutOfRange']);
    // Large but exact, and only on the way too large.
    expect(errorOf(input({ posted: [...posted, { key: 'c', amountOre: -HUGE }] }))).toBe('evaluated');
  });

  it('large amounts are calculated exactly', () => {
    const rates = [{ from: '2020-01-01', ore: { A: 0, B: HUGE, C: 0 } }];
    const milestones = [
      { months: 1, sharePermille: 1 },
      { months: 4, sharePermille: 999 },
    ];
    const facts = { outcome: work(), asOf: '2021-06-02' };
    const agreement = krom({ resultPay: { rates, milestones }, supplement: null, speedBonus: null });
    // 9 007 199 254 740 991 ÷ 1000 rounds to 9 007 199 254 741.
    expect(evaluateInput(input(facts, agreement))).toMatchObject({
      pending: [{ amountOre: 9_007_199_254_741 }, { amountOre: 8_998_192_055_486_250 }],
    });
  });

  it('due dates may pass the last year that is taken in, but not the last that can be written', () => {
    const day = {
      from: '2199-10-01',
      signalledOn: '2199-10-01',
      spells: [{ from: '2199-10-01', to: null, extentPercent: 100 }],
    };
    const placement = { periods: [{ number: 1, from: '2199-06-01', to: '2199-12-31' }] };
    const facts = { placement, outcome: work(day), asOf: '2199-10-01' };
    expect(evaluateInput(input(facts))).toMatchObject({
      pending: [{ dueOn: '2200-02-01' }, { dueOn: '2200-02-01' }],
    });
    const milestones = [{ months: 120_000, sharePermille: 1000 }];
    const agreement = krom({ resultPay: { milestones }, supplement: null, speedBonus: null });
    expect(errorOf(input(facts, agreement))).toEqual(['dateOutOfRange']);
  });

  it('windows and gaps without practical limit are fine', () => {
    const terms = { maxGapDays: HUGE, startWithinMonthsAfterEnd: HUGE, signalWithinMonthsAfterEnd: HUGE };
    expect(
      evaluateInput(input({ outcome: work(), asOf: '2021-06-02' }, krom({ resultPay: terms }))),
    ).toMatchObject({
      pending: [{ key: 'result:4', dueOn: '2021-10-01' }, { key: 'supplement' }],
    });
  });
});
