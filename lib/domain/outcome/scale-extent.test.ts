import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Spell } from '#lib/domain/compensation/types.ts';
import { scaleSpells } from '#lib/domain/outcome/scale-extent.ts';
import { addDays, plainDate, type PlainDate } from '#lib/shared/plain-date.ts';

const DAY = plainDate('2026-03-02');
const OWN = { providerOrgNo: '5560360793', relatedOrgNos: ['5590000000'] };

function spell(
  extentPercent: number,
  from = 0,
  days: number | null = null,
  employer: string | null = null,
): Spell {
  const start = addDays(DAY, from);
  return {
    from: start,
    to: days === null ? null : addDays(start, days),
    extentPercent,
    employerOrgNo: employer,
  };
}

const sumOn = (spells: readonly Spell[], day: PlainDate): number =>
  spells
    .filter(({ from, to }) => from <= day && (to === null || day < to))
    .reduce((sum, { extentPercent }) => sum + extentPercent, 0);

describe('an extent counted against what was wanted', () => {
  test.each([
    ['meets it: full time', 50, 50, 100],
    ['is more than it: full time, never more', 80, 50, 100],
    ['is a part of it, rounded down', 25, 75, 33],
    ['just under half of it is under half', 24, 49, 48],
    ['just half of it is half', 25, 50, 50],
  ])('%s', (_, extent, wanted, expected) => {
    expect(scaleSpells([spell(extent)], wanted, OWN)).toEqual([spell(expected)]);
  });

  test('is as it was where full time is wanted', () => {
    const spells = [spell(40), spell(60, 3)];
    expect(scaleSpells(spells, 100, OWN)).toBe(spells);
  });

  test('of three jobs that make it up between them is full time, for rounding takes nothing away', () => {
    // 25 + 25 + 25 of 75: 33 + 33 + 34.
    const three = scaleSpells([spell(25), spell(25), spell(25)], 75, OWN);
    expect(three.map(({ extentPercent }) => extentPercent)).toEqual([33, 33, 34]);
  });

  test('of jobs that overlap some days is cut where they begin and end', () => {
    expect(scaleSpells([spell(25), spell(25, 10, 5)], 75, OWN)).toEqual([spell(33), spell(33, 10, 5)]);
    const cut = scaleSpells([spell(25, 10, 5), spell(50)], 75, OWN);
    expect(cut.map(({ from, to }) => [from, to])).toEqual([
      [addDays(DAY, 10), addDays(DAY, 15)],
      [DAY, addDays(DAY, 10)],
      [addDays(DAY, 10), addDays(DAY, 15)],
      [addDays(DAY, 15), null],
    ]);
  });
});

const aSpell = fc
  .record({
    extentPercent: fc.integer({ min: 1, max: 100 }),
    from: fc.integer({ min: 0, max: 30 }),
    days: fc.option(fc.integer({ min: 1, max: 30 })),
    employer: fc.constantFrom(null, '5560360793', '5590000000', '5599458022'),
  })
  .map(({ extentPercent, from, days, employer }) => spell(extentPercent, from, days, employer));
const some = fc.array(aSpell, { minLength: 1, maxLength: 4 });
const wanted = fc.integer({ min: 1, max: 100 });
const aDay = fc.integer({ min: 0, max: 70 }).map((days) => addDays(DAY, days));
const aShare = fc.integer({ min: 1, max: 100 });
const isOwn = ({ employerOrgNo: number }: Spell) => number === '5560360793' || number === '5590000000';

describe('whatever the spells and what was wanted', () => {
  test('a share of the wanted extent is reached exactly when the extents reach it, with and without own companies', () => {
    fc.assert(
      fc.property(some, wanted, aDay, aShare, fc.boolean(), (spells, percent, day, share, leavesOut) => {
        const counted = (all: readonly Spell[]) =>
          sumOn(leavesOut ? all.filter((one) => !isOwn(one)) : all, day);
        const reaches = counted(spells) * 100 >= share * percent;
        expect(counted(scaleSpells(spells, percent, OWN)) >= share).toBe(reaches);
      }),
      { numRuns: 2000 },
    );
  });

  test('every spell has a whole extent from 1 to 100, and covers the days that it covered', () => {
    fc.assert(
      fc.property(some, wanted, aDay, (spells, percent, day) => {
        const after = scaleSpells(spells, percent, OWN);
        for (const { extentPercent } of after) {
          expect(Number.isInteger(extentPercent) && extentPercent >= 1 && extentPercent <= 100).toBe(true);
        }
        expect(sumOn(after, day) > 0).toBe(sumOn(spells, day) > 0);
      }),
    );
  });

  test('who wants less is never counted as less', () => {
    fc.assert(
      fc.property(some, wanted, wanted, aDay, (spells, a, b, day) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(sumOn(scaleSpells(spells, less, OWN), day)).toBeGreaterThanOrEqual(
          sumOn(scaleSpells(spells, more, OWN), day),
        );
      }),
    );
  });
});
