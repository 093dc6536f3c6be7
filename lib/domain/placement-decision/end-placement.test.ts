import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBeforeActivity,
  readEnd,
  readLastDay,
  refuseEnding,
} from '#lib/domain/placement-decision/end-placement.ts';
import { causeOf, causesOn, readCause } from '#lib/domain/placement-decision/interruption-cause.ts';
import { type PlacementDays, placementStanding } from '#lib/domain/placement-decision/placement-days.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const SEED = Number(process.env['SEED'] ?? 20_261_122);
const placement: PlacementDays = {
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  end: null,
  endReason: null,
};
const day = plainDate;

describe('where a placement is on a day', () => {
  it.each([
    ['2026-01-01', null, 'coming'],
    ['2026-01-02', null, 'goesOn'],
    ['2026-06-30', null, 'goesOn'],
    // Nobody has ended it: its time has passed.
    ['2026-07-01', null, 'completed'],
    ['2026-03-01', '2026-03-02', 'ending'],
    ['2026-03-02', '2026-03-02', 'ended'],
    ['2026-08-01', '2026-03-02', 'ended'],
  ])('%s with the end %s: %s', (today, end, standing) => {
    const days = { ...placement, end: end === null ? null : day(end), endReason: null };
    expect(placementStanding(days, day(today))).toBe(standing);
  });
});

describe('an end', () => {
  it('is possible until the planned time has passed, once', () => {
    expect(refuseEnding(placement, day('2026-06-30'))).toBeNull();
    expect(refuseEnding(placement, day('2026-07-01'))?.code).toBe('placementOver');
    expect(refuseEnding({ ...placement, end: day('2026-05-01') }, day('2026-04-01'))?.code).toBe(
      'alreadyEnded',
    );
  });

  it.each([
    ['', 'lastDayMissing'],
    ['snart', 'lastDayInvalid'],
    ['2026-01-01', 'beforeStart'],
    ['2026-01-02', null],
    ['2026-06-29', null],
    // The planned last day: it ends then anyway.
    ['2026-06-30', 'notBeforePlannedEnd'],
  ])('on %j: %s', (typed, code) => {
    const read = readLastDay(typed, placement, '/lastDay');
    expect(read.ok ? null : read.error.code).toBe(code);
  });

  it('before the latest activity asks to be seen', () => {
    const given = { placement, lastActivityOn: day('2026-03-31'), today: day('2026-04-15') };
    const typed = { lastDay: '2026-03-30', cause: 'moved', despiteActivity: false };
    const read = readEnd(typed, given);
    expect(read.ok ? [] : read.error.map(({ pointer }) => pointer)).toEqual(['/despiteActivity']);
    expect(readEnd({ ...typed, despiteActivity: true }, given).ok).toBe(true);
    expect(readEnd({ ...typed, lastDay: '2026-03-31' }, given).ok).toBe(true);
  });

  it(`never adds a day and never leaves fewer than one (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 260 }), (offset) => {
        const typed = { lastDay: addDays(placement.from, offset), cause: 'other', despiteActivity: true };
        const read = readEnd(typed, { placement, lastActivityOn: null, today: placement.from });
        const inside = read.ok && read.value.end > placement.from && read.value.end < placement.to;
        // 180 planned days, of which the last is no earlier end.
        expect(inside).toBe(offset >= 0 && offset < 179);
        expect(read.ok).toBe(inside);
      }),
      { seed: SEED },
    );
  });

  it('is before nothing where nothing is logged', () => {
    expect(isBeforeActivity(day('2026-03-01'), null)).toBe(false);
  });
});

describe('causes', () => {
  const dated = [
    { code: 'moved', from: day('2020-01-01'), to: day('2026-06-01') },
    { code: 'other', from: day('2026-06-01'), to: null },
  ];
  it('are those that are given on the day', () => {
    expect(causesOn(day('2026-05-31'), dated)).toEqual(['moved']);
    expect(causesOn(day('2026-06-01'), dated)).toEqual(['other']);
  });
  it('are read from what was typed, and known for ever', () => {
    expect(readCause('moved', day('2026-05-31'))).toBe('moved');
    expect(readCause('tired', day('2026-05-31'))).toBeNull();
    expect(causeOf('signal')).toBeNull();
    expect(causeOf('ownWish')).toBe('ownWish');
  });
});
