import { describe, expect, it } from 'vitest';
import { caseDifferences } from '#lib/domain/agreement/case-difference.ts';
import { checkGoldenCase, paidComponents, uncoveredComponents } from '#lib/domain/agreement/golden-case.ts';
import { readCases, readJson } from '#lib/domain/agreement/read-cases.ts';
import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import { validateAgreement } from '#lib/domain/compensation/validate.ts';

function agreementOf(document: unknown) {
  const read = validateAgreement(document);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('a golden case', () => {
  it.each(examples)('holds under the version it was made for: $name', ({ name, input, expected }) => {
    expect(checkGoldenCase(input.agreement, { name, facts: input.facts, expected }).state).toBe('passes');
  });

  it.each(examples)('is told apart by a single öre: $name', ({ name, input, expected }) => {
    const totals = { ...expected.totals, earnedOre: expected.totals.earnedOre + 1 };
    expect(
      checkGoldenCase(input.agreement, { name, facts: input.facts, expected: { ...expected, totals } }),
    ).toMatchObject({
      state: 'differs',
      differences: [
        {
          part: 'totals',
          key: null,
          member: 'earnedOre',
          expected: totals.earnedOre,
          got: expected.totals.earnedOre,
        },
      ],
    });
  });

  it('without an expected answer waits; with wrong facts it is invalid and says where', () => {
    const facts = examples[0]?.input.facts;
    expect(checkGoldenCase(krom, { name: 'x', facts, expected: null }).state).toBe('noExpected');
    expect(checkGoldenCase(krom, { name: 'x', facts: {}, expected: null })).toMatchObject({
      state: 'invalid',
      faults: expect.arrayContaining([
        expect.objectContaining({ pointer: '/facts/placement', code: 'required' }),
      ]),
    });
  });
});

describe('differences', () => {
  const got = {
    lines: [{ key: 'a', amountOre: 1 }],
    pending: [],
    notPayable: [],
    deltas: [],
    totals: { earnedOre: 1 },
  };

  it('tell an entry too many, one too few and another order', () => {
    expect(caseDifferences({ ...got, lines: [] }, got)).toMatchObject([
      { part: 'lines', key: 'a', member: null, expected: undefined },
    ]);
    expect(caseDifferences({ ...got, lines: [...got.lines, { key: 'b' }] }, got)).toMatchObject([
      { part: 'lines', key: 'b', member: null, got: undefined },
    ]);
    const two = { ...got, lines: [{ key: 'a' }, { key: 'b' }] };
    expect(caseDifferences({ ...two, lines: two.lines.toReversed() }, two)).toMatchObject([
      { part: 'lines', key: null },
    ]);
  });

  it('tell a doubled entry, and a part that is not there', () => {
    expect(caseDifferences({ ...got, lines: [...got.lines, ...got.lines] }, got)).toMatchObject([
      { key: 'a (2)' },
    ]);
    expect(caseDifferences({}, got).map(({ part }) => part)).toEqual([
      'lines',
      'pending',
      'notPayable',
      'deltas',
      'totals',
    ]);
    expect(caseDifferences({ ...got, lines: [...got.lines, 1] }, got)).toHaveLength(1);
  });

  it('do not ask for reasons', () => {
    expect(caseDifferences({ ...got, lines: [{ key: 'a', amountOre: 1, because: [] }] }, got)).toEqual([]);
  });
});

describe('a version', () => {
  it('pays what it has amounts for, and each has to be shown by a case that passes', () => {
    const agreement = agreementOf({ ...krom, supplement: null });
    expect(paidComponents(agreement)).toEqual(['basePay', 'resultPay', 'speedBonus']);
    const checked = examples
      .slice(0, 2)
      .map(({ name, input, expected }) => checkGoldenCase(krom, { name, facts: input.facts, expected }));
    expect(uncoveredComponents(agreement, checked)).toEqual(['resultPay', 'speedBonus']);
    const zero = { A: 0, B: 0, C: 0 };
    const unpaid = {
      ...krom,
      basePay: { ...krom.basePay, rates: [{ from: '2020-01-01', orePerDay: zero }] },
    };
    expect(paidComponents(agreementOf(unpaid))).toEqual(['resultPay', 'speedBonus', 'supplement']);
  });
});

describe('cases from JSON', () => {
  it('come in both shapes, and wrong ones are told one by one', () => {
    const [first] = examples;
    expect(readCases([first])).toMatchObject({
      ok: true,
      value: [{ name: first?.name, facts: first?.input.facts }],
    });
    expect(readCases([{ name: 'a', facts: {} }])).toMatchObject({ ok: true, value: [{ expected: null }] });
    expect(readCases([1, { name: 'x', facts: {}, expected: [] }])).toMatchObject({
      error: [{ pointer: '/0/name' }, { pointer: '/0/facts' }, { pointer: '/1/expected' }],
    });
    for (const value of [{}, [], null]) expect(readCases(value).ok).toBe(false);
  });

  it('say on which line a text is not JSON', () => {
    expect(readJson('{\n"a": 1,\n}', '/cases')).toMatchObject({
      error: [{ code: 'notJson', message: 'Texten är inte JSON. Felet är på rad 3.' }],
    });
  });
});
