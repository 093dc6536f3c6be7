import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fullestDay,
  readOutcome,
  type TypedOutcome,
  type TypedSpell,
} from '#lib/domain/outcome/read-outcome.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-06-15');
const WORK: TypedSpell = {
  from: '2026-03-02',
  through: '',
  extentPercent: '100',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  employerName: 'Bageriet i Ronneby AB',
};
const BLANK: TypedSpell = {
  from: '',
  through: '',
  extentPercent: '',
  employerKind: 'organisation',
  employerOrgNo: '',
  employerName: '',
};
const TYPED: TypedOutcome = {
  type: 'employment',
  from: '2026-03-02',
  signalledOn: '2026-03-03',
  appliedOn: '',
  spells: [WORK, BLANK],
};

function faults(change: Partial<TypedOutcome>): readonly (readonly [string, string])[] {
  const read = readOutcome({ ...TYPED, ...change }, TODAY);
  return read.ok ? [] : read.error.map(({ pointer, code }) => [pointer, code] as const);
}
const spell = (change: Partial<TypedSpell>): { spells: readonly TypedSpell[] } => ({
  spells: [{ ...WORK, ...change }],
});

describe('an outcome that is written down', () => {
  it('is read with half-open spells; rows that nobody wrote in are left out', () => {
    expect(readOutcome({ ...TYPED, spells: [{ ...WORK, through: '2026-05-31' }, BLANK] }, TODAY)).toEqual({
      ok: true,
      value: {
        type: 'employment',
        from: '2026-03-02',
        signalledOn: '2026-03-03',
        appliedOn: null,
        spells: [
          {
            from: '2026-03-02',
            to: '2026-06-01',
            extentPercent: 100,
            employerOrgNo: '5599458022',
            employerName: 'Bageriet i Ronneby AB',
          },
        ],
      },
    });
  });

  it.each([
    ['no type', { type: '' }, [['/type', 'typeMissing']]],
    ['no start', { from: '' }, [['/from', 'dateMissing']]],
    ['a start that is no date', { from: '2026-02-30' }, [['/from', 'dateInvalid']]],
    ['a start ahead', { from: '2026-06-16' }, [['/from', 'dateInFuture']]],
    ['a signal ahead', { signalledOn: '2026-06-16' }, [['/signalledOn', 'dateInFuture']]],
    ['an application to work', { appliedOn: '2026-02-01' }, [['/appliedOn', 'appliedWithoutStudies']]],
    ['no spell', { spells: [BLANK] }, [['/spells/0/from', 'spellMissing']]],
    ['a spell ahead', spell({ from: '2026-06-16' }), [['/spells/0/from', 'dateInFuture']]],
    [
      'a last day after which there is no day that the model takes',
      spell({ through: '2199-12-31' }),
      [['/spells/0/through', 'dateInvalid']],
    ],
    [
      'a spell that ends before it starts',
      spell({ through: '2026-03-01' }),
      [['/spells/0/through', 'endsBeforeStart']],
    ],
    ['an extent of nothing', spell({ extentPercent: '0' }), [['/spells/0/extentPercent', 'extentInvalid']]],
    ['an extent above all', spell({ extentPercent: '101' }), [['/spells/0/extentPercent', 'extentInvalid']]],
    [
      'a wrong check digit',
      spell({ employerOrgNo: '559945-8023' }),
      [['/spells/0/employerOrgNo', 'orgNoInvalid']],
    ],
    ['no number', spell({ employerOrgNo: '' }), [['/spells/0/employerOrgNo', 'orgNoMissing']]],
    [
      'a number where none is said',
      spell({ employerKind: 'foreign' }),
      [['/spells/0/employerOrgNo', 'orgNoNotExpected']],
    ],
    ['no name', spell({ employerName: ' ' }), [['/spells/0/employerName', 'employerNameMissing']]],
    [
      'overlapping spells with one employer',
      { spells: [WORK, { ...WORK, from: '2026-04-01' }] },
      [['/spells/1/from', 'spellsOverlap']],
    ],
  ] as const)('with %s is told where', (_, change, expected) => {
    expect(faults(change as Partial<TypedOutcome>)).toEqual(expected);
  });

  it('is told all that is wrong at once', () => {
    expect(
      faults({ type: '', from: '2027-01-01', ...spell({ extentPercent: 'x', employerName: '' }) }),
    ).toHaveLength(4);
  });

  it('with spells that follow each other, or with two employers at once, is in order', () => {
    expect(
      faults({
        spells: [
          { ...WORK, through: '2026-03-31' },
          { ...WORK, from: '2026-04-01' },
        ],
      }),
    ).toEqual([]);
    const other = { ...WORK, employerKind: 'soleTrader', employerOrgNo: '', employerName: 'Egon Ek' };
    expect(faults({ spells: [WORK, other] })).toEqual([]);
  });

  it('of studies says when they were applied for', () => {
    const school = { ...WORK, employerKind: 'school', employerOrgNo: '', employerName: 'Komvux' };
    expect(faults({ type: 'studies', appliedOn: '2026-01-15', spells: [school] })).toEqual([]);
  });
});

describe('the fullest day', () => {
  it('is never less than the extent of any spell, nor more than all together', () => {
    const spells = fc.array(
      fc.record({
        start: fc.nat(300),
        length: fc.option(fc.integer({ min: 1, max: 200 })),
        extentPercent: fc.integer({ min: 1, max: 100 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(spells, (made) => {
        const all = made.map(({ start, length, extentPercent }) => {
          const from = addDays(plainDate('2026-01-01'), start);
          const to = length === null ? null : addDays(from, length);
          return { from, to, extentPercent, employerOrgNo: null, employerName: '' };
        });
        const most = fullestDay(all);
        expect(most).toBeGreaterThanOrEqual(Math.max(...all.map(({ extentPercent }) => extentPercent)));
        expect(most).toBeLessThanOrEqual(all.reduce((sum, { extentPercent }) => sum + extentPercent, 0));
      }),
      { verbose: true },
    );
  });
});
