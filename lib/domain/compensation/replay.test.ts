import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { replay } from '#lib/domain/compensation/replay.ts';
import { approved, input, krom, work } from '#lib/domain/compensation/testing/given.ts';
import { type EvaluationInput, validateInput } from '#lib/domain/compensation/validate.ts';

const facts = {
  placement: { end: '2021-06-01', endReason: 'outcome' },
  reports: [approved('2021-03', '2021-04-06')],
  outcome: work(),
  asOf: '2021-10-01',
};

function read(agreement: unknown): EvaluationInput {
  const result = validateInput(input(facts, agreement));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a stored reason', () => {
  it('gives its amount again, after a pass through the database', () => {
    const { agreement, facts: given } = read(krom());
    const { lines } = evaluate(agreement, given);
    const stored: typeof lines = JSON.parse(JSON.stringify(lines));
    // 23 × 65.00, 22 000.00, 64 × 65.00, 3 500.00.
    expect(stored.map(({ because }) => replay(agreement, because))).toEqual([
      149_500, 2_200_000, 416_000, 350_000,
    ]);
  });

  it('shows when it is held against an agreement that it was not made under', () => {
    const { agreement, facts: given } = read(krom());
    const { lines } = evaluate(agreement, given);
    const other = read(
      krom({
        basePay: { rates: [{ from: '2020-01-01', orePerDay: { A: 1, B: 1, C: 1 } }] },
        resultPay: { rates: [{ from: '2019-01-01', ore: { A: 1, B: 1, C: 1 } }] },
        speedBonus: null,
        supplement: null,
      }),
    ).agreement;
    expect(lines.map(({ because }) => replay(other, because))).toEqual([23, null, null, null]);
  });

  it('finds the tier again at the edge of the one before', () => {
    const tiers = [92, 93].map((beforeDay) => ({ beforeDay, ore: { A: 0, B: beforeDay, C: 0 } }));
    const { agreement, facts: given } = read(krom({ speedBonus: { kind: 'tiers', tiers } }));
    const { lines } = evaluate(agreement, given);
    // 1 June is day 92.
    const speed = lines.find(({ key }) => key === 'speed');
    expect([speed?.amountOre, replay(agreement, speed?.because ?? [])]).toEqual([93, 93]);
  });

  it('without steps gives nothing', () => {
    expect(replay(read(krom()).agreement, [])).toBeNull();
  });
});
