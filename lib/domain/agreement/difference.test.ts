import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesBetween } from '#lib/domain/agreement/difference.ts';
import krom from '#lib/domain/compensation/agreements/krom.json' with { type: 'json' };
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };

const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null;

it('the same says nothing', () => {
  expect(differencesBetween(rom2, structuredClone(rom2))).toEqual([]);
});

it('a new row of rates is new, and the rows beside it are themselves', () => {
  const [first] = krom.basePay.rates;
  const rates = [first, { from: '2027-01-01', orePerDay: { A: 6000, B: 7000, C: 8000 } }];
  const found = differencesBetween(krom, { ...krom, basePay: { ...krom.basePay, rates } });
  expect(found.map(({ place, before, after }) => [place, plain(before), plain(after)])).toEqual([
    ['Grundersättningens belopp, gäller från 1 januari 2027, nivå A', null, '60 kr'],
    ['Grundersättningens belopp, gäller från 1 januari 2027, nivå B', null, '70 kr'],
    ['Grundersättningens belopp, gäller från 1 januari 2027, nivå C', null, '80 kr'],
  ]);
});

it('says yes and no, dates, shares and codes in words', () => {
  const after = {
    ...krom,
    workdays: { weekdays: [1, 2, 3, 4], holidays: ['2027-01-06'] },
    resultPay: {
      ...krom.resultPay,
      excludeRelatedEmployers: false,
      milestones: [{ months: 4, sharePermille: 505 }],
    },
    supplement: null,
    vatPermille: 120,
  };
  const found = differencesBetween(krom, after).map(({ place, before, after: now }) => [
    place,
    plain(before),
    plain(now),
  ]);
  expect(found).toContainEqual(['Helgdag 6 januari 2027', null, 'räknas inte']);
  expect(found).toContainEqual([
    'Veckodagar som räknas',
    'måndag, tisdag, onsdag, torsdag, fredag',
    'måndag, tisdag, onsdag, torsdag',
  ]);
  expect(found).toContainEqual(['Närstående arbetsgivare räknas bort', 'ja', 'nej']);
  expect(found).toContainEqual(['Milstolpar, efter 4 månader', '100 %', '50,5 %']);
  expect(found).toContainEqual(['Moms', '25 %', '12 %']);
  expect(found).toContainEqual(['Tilläggsersättning', null, 'finns inte']);
});

it('stands in the order of the model, whatever the order of the documents', () => {
  const turned = Object.fromEntries(Object.entries({ ...rom2, name: 'X', vatPermille: 0 }).toReversed());
  expect(differencesBetween(rom2, turned).map(({ place }) => place)).toEqual(['Namn', 'Moms']);
});

it('never throws, whatever the documents', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(Array.isArray(differencesBetween(before, after))).toBe(true);
      expect(differencesBetween(before, before)).toEqual([]);
    }),
  );
});
