import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasCheckDigit,
  identityNumberFault,
  isOrganisationNumber,
  withCheckDigit,
} from '#lib/domain/placement/identity-number.ts';

describe('an identity number', () => {
  it('is twelve digits with a date and a right last digit', () => {
    expect(identityNumberFault('198106262390')).toBeNull();
    // 8·2+1+0·2+6+2·2→… : the last digit makes Luhn's sum of 8106262390 a multiple of ten.
    expect(identityNumberFault('198106262391')).toBe('checkDigit');
    expect(identityNumberFault('8106262390')).toBe('shape');
    expect(identityNumberFault('19810626-2390')).toBe('shape');
    expect(identityNumberFault('')).toBe('shape');
  });

  it('holds a date that the calendar has', () => {
    expect(identityNumberFault(`19${withCheckDigit('810230238')}`)).toBe('date');
    expect(identityNumberFault(`20${withCheckDigit('000229238')}`)).toBeNull();
    expect(identityNumberFault(`19${withCheckDigit('000229238')}`)).toBe('date');
    expect(identityNumberFault(`19${withCheckDigit('811326238')}`)).toBe('date');
    expect(identityNumberFault(`19${withCheckDigit('810600238')}`)).toBe('date');
  });

  it('may be a coordination number: 60 is added to the day', () => {
    expect(identityNumberFault(`19${withCheckDigit('810686238')}`)).toBeNull();
    expect(identityNumberFault(`19${withCheckDigit('810692238')}`)).toBe('date');
    expect(identityNumberFault(`19${withCheckDigit('810660238')}`)).toBe('date');
  });
});

describe('a check digit', () => {
  it('finds every single digit that was mistyped', () => {
    const digits = fc.stringMatching(/^\d{9}$/);
    fc.assert(
      fc.property(digits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (given, at, change) => {
        const right = withCheckDigit(given);
        expect(hasCheckDigit(right)).toBe(true);
        const wrong = `${right.slice(0, at)}${(Number(right[at]) + change) % 10}${right.slice(at + 1)}`;
        expect(hasCheckDigit(wrong)).toBe(false);
      }),
    );
  });

  it("tells an organisation's number from a person's", () => {
    expect(isOrganisationNumber('5599458022')).toBe(true);
    expect(isOrganisationNumber('5599458023')).toBe(false);
    expect(isOrganisationNumber('8106262390')).toBe(false);
    expect(isOrganisationNumber('559945802')).toBe(false);
  });
});
