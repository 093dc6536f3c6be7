import { describe, expect, it } from 'vitest';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { approved, input, krom, work } from '#lib/domain/compensation/testing/given.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { linesOf } from '#lib/domain/statement/statement-line.ts';
import { checkLine } from '#lib/domain/statement/statement-line-check.ts';
import { ore } from '#lib/shared/money.ts';

/** Everything that a statement can hold: new lines of each component, a changed amount, and two that are taken back. */
const FACTS = {
  placement: { end: '2021-06-01', endReason: 'outcome' },
  reports: [approved('2021-03', '2021-04-06'), approved('2021-05', '2021-06-03')],
  outcome: work(),
  asOf: '2021-12-01',
  posted: [
    { key: 'base:2021-04:2020-01-01', amountOre: 130_000 },
    { key: 'base:2021-05:2020-01-01', amountOre: 1 },
    { key: 'result:12', amountOre: 500 },
  ],
};

function read(agreement: unknown = krom()) {
  const result = validateInput(input(FACTS, agreement));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const lines = linesOf(evaluate(result.value.agreement, result.value.facts), result.value.facts.posted);
  return { ...result.value, lines };
}

describe('a stored line that is calculated again', () => {
  it('agrees with itself, whether it is new, a difference, or takes back what was posted', () => {
    const { agreement, facts, lines } = read();
    expect(lines.map(({ key }) => key)).toEqual([
      'base:2021-03:2020-01-01',
      'base:2021-04:2020-01-01',
      'base:2021-05:2020-01-01',
      'result:12',
      'result:4',
      'speed',
      'supplement',
    ]);
    for (const line of lines) {
      const stored = JSON.parse(JSON.stringify(line)) as typeof line;
      expect(checkLine(agreement, facts, stored)).toEqual({
        fromInputOre: line.amountOre,
        fromStepsOre: line.amountOre,
        agrees: true,
      });
    }
  });

  it('shows when its amount, its input or its agreement is another', () => {
    const { agreement, facts, lines } = read();
    const [line] = lines;
    if (line === undefined) throw new Error('No line');
    expect(checkLine(agreement, facts, { ...line, amountOre: ore(line.amountOre + 1) }).agrees).toBe(false);
    expect(checkLine(agreement, { ...facts, reports: [] }, line)).toMatchObject({
      fromInputOre: null,
      agrees: false,
    });
    const dearer = read(
      krom({ basePay: { rates: [{ from: '2020-01-01', orePerDay: { A: 1, B: 2, C: 3 } }] } }),
    );
    // 23 days × 2 öre.
    expect(checkLine(dearer.agreement, facts, line)).toMatchObject({ fromStepsOre: 46, agrees: false });
  });
});
