import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFromForm } from '#lib/domain/agreement/agreement-form.ts';
import { agreementFaults } from '#lib/domain/agreement/agreement-faults.ts';
import { agreementFormOf } from '#lib/domain/agreement/testing/agreement-form-of.ts';
import {
  oreFromTyped,
  permilleFromTyped,
  typedFromOre,
  typedFromPermille,
  wholeFromTyped,
} from '#lib/domain/agreement/typed-value.ts';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { validateAgreement } from '#lib/domain/compensation/validate.ts';

describe('what is typed', () => {
  it.each([
    ['65', 6500],
    ['65,5', 6550],
    ['65.50', 6550],
    ['1 250,05 kr', 125_005],
    ['1\u00A0250', 125_000],
    ['-1', -100],
    ['0', 0],
    ['65,505', '65,505'],
    ['fem', 'fem'],
    ['1e3', '1e3'],
  ])('%j kronor is %j', (text, read) => {
    expect(oreFromTyped(text)).toBe(read);
  });

  it.each([
    ['100', 1000],
    ['33,3 %', 333],
    ['33,33', '33,33'],
  ])('%j per cent is %j', (text, read) => {
    expect(permilleFromTyped(text)).toBe(read);
  });

  it.each([
    ['12', 12],
    ['1 000', 1000],
    ['1,5', '1,5'],
    ['0x10', '0x10'],
  ])('%j as a whole number is %j', (text, read) => {
    expect(wholeFromTyped(text)).toBe(read);
  });

  it('is shown as it can be typed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        expect(oreFromTyped(typedFromOre(value))).toBe(value);
        expect(permilleFromTyped(typedFromPermille(value))).toBe(value);
      }),
    );
  });

  it('is kept where it cannot be read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = oreFromTyped(text);
        expect(typeof read === 'number' || read === text.trim()).toBe(true);
      }),
    );
  });
});

describe('the form', () => {
  it.each([krom, rom2])('gives back the document that it shows: $id', (document) => {
    const back = documentFromForm(agreementFormOf(document));
    expect(validateAgreement(back)).toEqual(validateAgreement(document));
    expect(agreementFaults(back)).toEqual([]);
  });

  it('takes an emptied row away, and keeps one that is half filled', () => {
    const form = agreementFormOf(krom);
    const empty = { from: ' ', orePerDay: { A: '', B: '', C: '' } };
    const half = { from: '2027-01-01', orePerDay: { A: '60', B: '', C: '' } };
    const back = documentFromForm({
      ...form,
      basePay: { ...form.basePay, rates: [...form.basePay.rates, empty, half] },
    });
    expect(agreementFaults(back).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/basePay/rates/1/orePerDay/B', 'required'],
      ['/basePay/rates/1/orePerDay/C', 'required'],
    ]);
  });
});

describe('faults', () => {
  it('say where, why and what to do', () => {
    expect(
      agreementFaults({
        ...krom,
        resultPay: { ...krom.resultPay, milestones: [{ months: 4, sharePermille: 900 }] },
      }),
    ).toEqual([
      {
        pointer: '/resultPay/milestones',
        code: 'sharesNot1000',
        message: 'Milstolpar: andelarna blir inte 100 % tillsammans.',
        fix: 'Ändra andelarna så att de blir 100 % tillsammans.',
      },
    ]);
  });

  it('know members that the model does not, and ids that cannot be addresses', () => {
    const faults = agreementFaults({
      ...krom,
      id: 'drafts',
      basePay: { ...krom.basePay, lapseAfterDays: 30 },
    });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/id', 'notId'],
      ['/basePay/lapseAfterDays', 'unknownMember'],
    ]);
  });

  it('never throw, whatever the document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        for (const { message, pointer } of agreementFaults(document))
          expect([message !== '', typeof pointer]).toEqual([true, 'string']);
      }),
    );
  });
});
