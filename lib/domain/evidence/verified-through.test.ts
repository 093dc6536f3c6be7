import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, Piece } from '#lib/domain/evidence/evidence.ts';
import { firstClaimedDay, verifiedThrough } from '#lib/domain/evidence/verified-through.ts';
import { addDays, type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const day = plainDate;
const BAKERY = { employerOrgNo: '5599458022', employerName: 'Bageriet' };
const SCHOOL = { employerOrgNo: null, employerName: 'Skolan' };
const spell = (from: string, to: string | null = null, extentPercent = 100, employer = BAKERY) => ({
  ...employer,
  from: day(from),
  to: to === null ? null : day(to),
  extentPercent,
});
const claim = (...spells: Claim['spells']): Claim => ({ from: day('2026-03-02'), spells });
const paper = (from: string, to: string, employer: typeof BAKERY | typeof SCHOOL = BAKERY): Piece => ({
  ...employer,
  covers: { from: day(from), to: day(to) },
  extentPercent: null,
  answered: null,
});
const answer = (covers: Piece['covers'], on: string, extentPercent = 100): Piece => ({
  ...BAKERY,
  covers,
  extentPercent,
  answered: {
    about: { from: day('2026-03-02'), to: null },
    at: `${on}T09:00:00Z`,
    knownUntil: addDays(day(on), 1),
  },
});
const SPAN = { start: day('2026-03-02'), until: day('2026-07-01') };
const through = (given: Claim, ...pieces: Piece[]) => verifiedThrough(given, pieces, SPAN);

describe('what evidence covers', () => {
  it('goes from the start to the first day that nothing shows', () => {
    const shown = through(
      claim(spell('2026-03-02')),
      paper('2026-03-02', '2026-05-01'),
      paper('2026-05-10', '2026-06-01'),
    );
    expect(shown.verifiedThrough).toBe('2026-05-01');
    expect(shown.gaps).toEqual([
      { from: '2026-05-01', to: '2026-05-10', employers: ['Bageriet'], contradicted: false },
      { from: '2026-06-01', to: '2026-07-01', employers: ['Bageriet'], contradicted: false },
    ]);
  });

  it('is nothing where the first day is not shown', () => {
    expect(through(claim(spell('2026-03-02')), paper('2026-03-03', '2026-06-01')).verifiedThrough).toBeNull();
  });

  it('goes over days that nothing is claimed of, and never ends on them', () => {
    const two = claim(spell('2026-03-02', '2026-04-01'), spell('2026-04-10', '2026-05-01'));
    expect(through(two, paper('2026-03-02', '2026-05-01')).verifiedThrough).toBe('2026-05-01');
    expect(through(two, paper('2026-03-02', '2026-04-01')).verifiedThrough).toBe('2026-04-01');
  });

  it('asks for evidence from each employer whose part is needed, up to full time', () => {
    const halves = claim(
      spell('2026-03-02', null, 50),
      spell('2026-03-02', null, 50, { employerOrgNo: '2021002114', employerName: 'Skolan' }),
    );
    expect(through(halves, paper('2026-03-02', '2026-07-01')).gaps).toMatchObject([
      { employers: ['Skolan'] },
    ]);
    const beside = claim(
      spell('2026-03-02'),
      spell('2026-03-02', null, 10, { employerOrgNo: '2021002114', employerName: 'Skolan' }),
    );
    expect(through(beside, paper('2026-03-02', '2026-07-01')).verifiedThrough).toBe('2026-07-01');
  });

  it('is known by the number of the employer, or by its name where it has none', () => {
    const studies = claim({ ...SCHOOL, from: day('2026-03-02'), to: null, extentPercent: 100 });
    const named = paper('2026-03-02', '2026-06-01', { ...SCHOOL, employerName: ' skolan ' });
    expect(through(studies, named).verifiedThrough).toBe('2026-06-01');
    expect(through(studies, paper('2026-03-02', '2026-06-01')).verifiedThrough).toBeNull();
  });
});

describe('an employer that answers otherwise', () => {
  const whole = paper('2026-03-02', '2026-07-01');
  it('ends what other evidence covers where the work ended', () => {
    const ended = answer({ from: day('2026-03-02'), to: day('2026-05-16') }, '2026-06-10');
    const { verifiedThrough: reached, gaps } = through(claim(spell('2026-03-02')), whole, ended);
    expect(reached).toBe('2026-05-16');
    expect(gaps).toEqual([
      { from: '2026-05-16', to: '2026-06-11', employers: ['Bageriet'], contradicted: true },
    ]);
  });

  it('covers nothing where it denies, or tells a smaller extent', () => {
    for (const word of [
      answer(null, '2026-06-30'),
      answer({ from: day('2026-03-02'), to: day('2026-07-01') }, '2026-06-30', 40),
    ]) {
      expect(through(claim(spell('2026-03-02')), whole, word).verifiedThrough).toBeNull();
    }
  });

  it('is taken by its latest word', () => {
    const yes = answer({ from: day('2026-03-02'), to: day('2026-06-21') }, '2026-06-20');
    expect(through(claim(spell('2026-03-02')), answer(null, '2026-06-01'), yes).verifiedThrough).toBe(
      '2026-06-21',
    );
  });
});

// --- Properties -----------------------------------------------------------------------------------------------------
const EMPLOYERS = [BAKERY, { employerOrgNo: '2021002114', employerName: 'Skolan' }];
const anyDay = fc.integer({ min: -20, max: 140 }).map((n) => addDays(SPAN.start, n));
const anyDays = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 90 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const anyEmployer = fc.constantFrom(...EMPLOYERS);
const anySpell = fc
  .tuple(anyEmployer, anyDays, fc.boolean(), fc.integer({ min: 1, max: 100 }))
  .map(([employer, { from, to }, open, extentPercent]) => ({
    ...employer,
    from,
    to: open ? null : to,
    extentPercent,
  }));
const anyClaim = fc
  .array(anySpell, { minLength: 1, maxLength: 4 })
  .map((spells): Claim => ({ from: SPAN.start, spells }));
const anyPaper = fc
  .tuple(anyEmployer, anyDays)
  .map(([employer, covers]): Piece => ({ ...employer, covers, extentPercent: null, answered: null }));
const anyAnswer = fc
  .tuple(
    anyEmployer,
    anyDays,
    anyDays,
    fc.integer({ min: 0, max: 120 }),
    fc.option(fc.integer({ min: 1, max: 100 })),
  )
  .map(([employer, about, covers, on, extent]): Piece => {
    const at = addDays(SPAN.start, on);
    return {
      ...employer,
      covers: extent === null ? null : covers,
      extentPercent: extent,
      answered: { about, at: `${at}T09:00:00Z`, knownUntil: addDays(at, 1) },
    };
  });
const anyPieces = fc.array(fc.oneof(anyPaper, anyAnswer), { maxLength: 6 });

function daysFrom(from: PlainDate, to: PlainDate): PlainDate[] {
  const found: PlainDate[] = [];
  for (let at = from; at < to; at = addDays(at, 1)) found.push(at);
  return found;
}

describe('for every claim and all evidence', () => {
  it('every claimed day before it is covered by itself, and it ends on a claimed day', () => {
    fc.assert(
      fc.property(anyClaim, anyPieces, (given, pieces) => {
        const { verifiedThrough: reached, gaps } = verifiedThrough(given, pieces, SPAN);
        const missing = (at: PlainDate) => gaps.some(({ from, to }) => from <= at && at < to);
        for (const at of daysFrom(SPAN.start, SPAN.until)) {
          // A day looked at alone is missing exactly where it lies in a gap.
          const alone = verifiedThrough(given, pieces, { start: at, until: addDays(at, 1) });
          expect(alone.gaps.length > 0).toBe(missing(at));
          expect(reached !== null && at < reached && missing(at)).toBe(false);
        }
        if (reached === null) return;
        expect(
          verifiedThrough(given, pieces, { start: addDays(reached, -1), until: reached }).verifiedThrough,
        ).toBe(reached);
      }),
    );
  });

  it('more paper never covers less, and what covers nothing changes nothing', () => {
    fc.assert(
      fc.property(anyClaim, anyPieces, anyPaper, (given, pieces, more) => {
        const before = verifiedThrough(given, pieces, SPAN).verifiedThrough ?? '';
        expect((verifiedThrough(given, [...pieces, more], SPAN).verifiedThrough ?? '') >= before).toBe(true);
        const strange = { ...more, employerOrgNo: '5560360793' };
        expect(verifiedThrough(given, [...pieces, strange], SPAN)).toEqual(
          verifiedThrough(given, pieces, SPAN),
        );
      }),
    );
  });

  it('the order of the evidence does not matter, and nothing is covered past the span or the last piece', () => {
    fc.assert(
      fc.property(anyClaim, anyPieces, (given, pieces) => {
        // Two answers of one moment have no order of their own.
        const moments = pieces.flatMap(({ answered }) => (answered === null ? [] : [answered.at]));
        fc.pre(new Set(moments).size === moments.length);
        const found = verifiedThrough(given, pieces, SPAN);
        expect(verifiedThrough(given, pieces.toReversed(), SPAN)).toEqual(found);
        expect((found.verifiedThrough ?? SPAN.until) <= SPAN.until).toBe(true);
        const last =
          pieces
            .flatMap(({ covers }) => covers?.to ?? [])
            .toSorted()
            .at(-1) ?? '';
        expect((found.verifiedThrough ?? '') <= last).toBe(true);
      }),
    );
  });
});

describe('the first claimed day', () => {
  it('is that of the claim, or of the first spell after it', () => {
    expect(firstClaimedDay(claim(spell('2026-01-01')))).toBe('2026-03-02');
    expect(firstClaimedDay(claim(spell('2026-04-01')))).toBe('2026-04-01');
    expect(firstClaimedDay(claim(spell('2026-01-01', '2026-03-02')))).toBeNull();
  });
});
