import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AskedCover,
  type Cover,
  coverPeriod,
  coverProblems,
  coversOn,
  endCoverOn,
} from '#lib/domain/intake/cover.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-03-02');
const asked: AskedCover = {
  coachPersonId: 'ali',
  coveringPersonId: 'sara',
  from: plainDate('2026-03-09'),
  through: plainDate('2026-03-13'),
};
const cover: Cover = {
  id: 'c1',
  coachPersonId: 'ali',
  coachName: 'Ali Ek',
  coveringPersonId: 'eva',
  coveringName: 'Eva Ask',
  from: plainDate('2026-03-01'),
  to: plainDate('2026-03-09'),
  version: 1,
};
const ground = { today, covers: [] as readonly Cover[], beyondReach: [] as readonly string[], isCoach: true };
const codes = (given: Partial<AskedCover>, more: Partial<typeof ground> = {}) =>
  coverProblems({ ...asked, ...given }, { ...ground, ...more }).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('a cover', () => {
  test('is some days from today on, the last one with it', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ from: today, through: today })).toEqual([]);
    expect(codes({ from: plainDate('2026-03-01') })).toEqual(['/from past']);
    expect(codes({ through: plainDate('2026-03-08') })).toEqual(['/through endBeforeStart']);
    expect(codes({ through: addDays(asked.from, 365) })).toEqual([]);
    expect(codes({ through: addDays(asked.from, 366) })).toEqual(['/through tooLong']);
  });

  test('is by another coach, who works where the participants are', () => {
    expect(codes({ coveringPersonId: 'ali' })).toEqual(['/coveringPersonId oneself']);
    expect(codes({}, { isCoach: false })).toEqual(['/coveringPersonId notACoach']);
    expect(codes({}, { beyondReach: ['Köping'] })).toEqual(['/coveringPersonId beyondReach']);
  });

  test('that overlaps another of the same coach is named; one that ends the day before is none', () => {
    expect(codes({}, { covers: [cover] })).toEqual([]);
    const longer = { ...cover, to: plainDate('2026-03-10') };
    expect(coverProblems(asked, { ...ground, covers: [longer] })).toMatchObject([
      {
        pointer: '/from',
        code: 'overlap',
        message: 'Eva Ask täcker redan för Ali Ek 1 mars 2026–9 mars 2026.',
      },
    ]);
  });

  test('is not by somebody who is away on some of the days', () => {
    const away = { ...cover, coachPersonId: 'sara', coachName: 'Sara Lo', to: plainDate('2026-03-10') };
    expect(coverProblems(asked, { ...ground, covers: [away] })).toMatchObject([
      {
        pointer: '/coveringPersonId',
        code: 'away',
        message: 'Sara Lo är själv borta 1 mars 2026–9 mars 2026.',
      },
    ]);
  });

  test('ends by itself, or today; one that has no day yet is cancelled, one that is over stands', () => {
    expect(endCoverOn(cover, plainDate('2026-03-05'))).toEqual({ kind: 'shortened', to: '2026-03-05' });
    expect(endCoverOn(cover, cover.from)).toEqual({ kind: 'cancelled' });
    expect(endCoverOn(cover, plainDate('2026-02-01'))).toEqual({ kind: 'cancelled' });
    expect(endCoverOn(cover, cover.to)).toBeNull();
  });

  test('holds from its first day through its last, and on no other', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: -5, max: 90 }), (offset, length, day) => {
        const from = addDays(today, offset);
        const days = coverPeriod({ from, through: addDays(from, length) });
        expect(days).not.toBeNull();
        if (days === null) return;
        expect(coversOn(days, addDays(today, day))).toBe(day >= offset && day <= offset + length);
      }),
    );
  });

  test('that is ended never covers that day or one after, and keeps the days before', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: -5, max: 50 }), (offset, length, day) => {
        const from = addDays(today, offset);
        const given = { from, to: addDays(from, length + 1) };
        const on = addDays(today, day);
        const ended = endCoverOn(given, on);
        const left = ended?.kind === 'shortened' ? { ...given, to: ended.to } : given;
        expect({
          stands: ended === null,
          cancelled: ended?.kind === 'cancelled',
          holdsThen: ended !== null && ended.kind === 'shortened' && coversOn(left, on),
          keepsItsFirst: ended?.kind !== 'shortened' || coversOn(left, from),
        }).toEqual({
          stands: given.to <= on,
          cancelled: given.to > on && from >= on,
          holdsThen: false,
          keepsItsFirst: true,
        });
      }),
    );
  });
});
