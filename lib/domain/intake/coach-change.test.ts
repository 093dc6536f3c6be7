import { expect, test } from 'vitest';
import { mayUndo, nextPeriodCoach, staleRows } from '#lib/domain/intake/coach-change.ts';

test('a new period goes on with the same coach, or the participant is intake’s again where the coach has left', () => {
  expect(nextPeriodCoach('ali', true)).toEqual({ kind: 'kept', coachPersonId: 'ali' });
  expect(nextPeriodCoach('ali', false)).toEqual({ kind: 'returned', leftCoachPersonId: 'ali' });
  expect(nextPeriodCoach(null, false)).toEqual({ kind: 'none' });
});

test('what has changed since it was seen is named with who the coach is now', () => {
  const row = { participantId: 'x', coachPersonId: 'a', coachName: 'Ali Ek' };
  const placements = [
    { ...row, id: 'p1', participantName: 'Hodan Abdi', version: 2 },
    { ...row, id: 'p2', participantName: 'Kent Nordin', version: 3 },
    { ...row, id: 'p3', participantName: 'Ewa Nowak', version: 1, coachPersonId: null, coachName: null },
  ];
  const seen = new Map([
    ['p1', 2],
    ['p2', 2],
  ]);
  expect(staleRows(placements, seen, '/moves').map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/moves', 'Kent Nordin har ändrats sedan sidan visades och har Ali Ek som handledare nu.'],
    ['/moves', 'Ewa Nowak har ändrats sedan sidan visades och har ingen handledare nu.'],
  ]);
  expect(staleRows(placements.slice(0, 1), seen, '/moves')).toEqual([]);
});

test('a naming can be undone for an hour', () => {
  expect(mayUndo(0, 60 * 60_000)).toBe(true);
  expect(mayUndo(0, 60 * 60_000 + 1)).toBe(false);
});
