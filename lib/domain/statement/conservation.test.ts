import { describe, expect, it } from 'vitest';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import { findBreach } from '#lib/domain/statement/conservation.ts';
import { ore, ZERO_ORE } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const MARCH = 'base:2021-03:2020-01-01';

function line(key: string, amount: number): Evaluation['lines'][number] {
  return {
    key,
    component: 'basePay',
    quantity: 1,
    unitOre: ore(amount),
    amountOre: ore(amount),
    because: [],
  };
}

function evaluation(parts: Partial<Evaluation>): Evaluation {
  const totals = { earnedOre: ZERO_ORE, postedOre: ZERO_ORE, deltaOre: ZERO_ORE };
  return { lines: [], pending: [], notPayable: [], deltas: [], totals, ...parts };
}

describe('conservation', () => {
  it('holds where each key is posted as the facts give, however many postings there are', () => {
    const posted = [
      { key: MARCH, amountOre: ore(500) },
      { key: MARCH, amountOre: ore(-100) },
    ];
    expect(findBreach(evaluation({ lines: [line(MARCH, 400)] }), posted)).toBeNull();
  });

  it('is broken by an öre too much, by a posting that is missing and by one that nothing earns', () => {
    const given = evaluation({ lines: [line(MARCH, 400)] });
    const broken = { kind: 'brokenSum', key: MARCH, earnedOre: 400 };
    expect(findBreach(given, [{ key: MARCH, amountOre: ore(401) }])).toEqual({ ...broken, postedOre: 401 });
    expect(findBreach(given, [])).toEqual({ ...broken, postedOre: 0 });
    expect(findBreach(evaluation({}), [{ key: MARCH, amountOre: ore(400) }])).toEqual({
      ...broken,
      earnedOre: 0,
      postedOre: 400,
    });
  });

  it('is broken by a month that is both paid and not payable', () => {
    const given = evaluation({
      lines: [line(MARCH, 400)],
      notPayable: [
        { key: 'base:2021-03', component: 'basePay', reason: 'reportMissing', amountOre: ore(400) },
      ],
    });
    expect(findBreach(given, [{ key: MARCH, amountOre: ore(400) }])).toEqual({
      kind: 'countedTwice',
      key: 'base:2021-03',
    });
  });

  it('lets a month be paid under two rate rows, but not twice under one', () => {
    const both = [line(MARCH, 400), line('base:2021-03:2021-03-15', 100)];
    const posted = both.map(({ key, amountOre }) => ({ key, amountOre }));
    expect(findBreach(evaluation({ lines: both }), posted)).toBeNull();
    const twice = evaluation({ lines: [line(MARCH, 200), line(MARCH, 200)] });
    expect(findBreach(twice, [{ key: MARCH, amountOre: ore(400) }])).toEqual({
      kind: 'countedTwice',
      key: MARCH,
    });
  });

  it('is broken by a milestone that is due and not payable, or paid under a refused outcome', () => {
    const milestone = { key: 'result:4', component: 'resultPay', amountOre: ore(1) } as const;
    const both = evaluation({
      pending: [{ ...milestone, dueOn: plainDate('2021-11-01') }],
      notPayable: [{ ...milestone, reason: 'broken' }],
    });
    expect(findBreach(both, [])).toEqual({ kind: 'countedTwice', key: 'result:4' });
    const refused = evaluation({
      lines: [{ ...line('result:4', 1), component: 'resultPay' }],
      notPayable: [{ key: 'outcome', component: 'resultPay', reason: 'rejected', amountOre: ZERO_ORE }],
    });
    expect(findBreach(refused, [{ key: 'result:4', amountOre: ore(1) }])).toEqual({
      kind: 'countedTwice',
      key: 'outcome',
    });
  });
});
