import { describe, expect, it } from 'vitest';
import examples from '#lib/domain/compensation/evaluate-examples.json';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { withoutBecause } from '#lib/domain/compensation/testing/without-because.ts';

describe('the worked examples', () => {
  it.each(examples)('$name', ({ input, expected }) => {
    expect(withoutBecause(evaluateInput(input))).toEqual(expected);
  });

  it.each(examples)('members and entries stand in the fixed order: $name', ({ input, expected }) => {
    expect(JSON.stringify(withoutBecause(evaluateInput(input)))).toBe(JSON.stringify(expected));
  });
});
