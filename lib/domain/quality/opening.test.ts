import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coachLoad } from '#lib/domain/quality/coach-load.ts';
import {
  formatTime,
  openingWords,
  type OpeningSpan,
  overlapping,
  parseTime,
  premisesOpen,
} from '#lib/domain/quality/opening.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TERMS = { premisesHoursPerDay: 4, premisesDaysPerWeek: 4 };
const span = (weekday: number, from: number, to: number): OpeningSpan => ({
  weekday,
  from: from * 60,
  to: to * 60,
});

describe('open at least four hours a day, four days a week', () => {
  test.each([
    ['four days of four hours are enough', [1, 2, 3, 4].map((day) => span(day, 9, 13)), 'met', 4],
    ['three are not', [1, 2, 3].map((day) => span(day, 8, 17)), 'broken', 3],
    [
      'a day may be closed for lunch',
      [1, 2, 3, 4].flatMap((day) => [span(day, 9, 11), span(day, 13, 15)]),
      'met',
      4,
    ],
    [
      'a minute less than four hours is no day',
      [...[1, 2, 3].map((day) => span(day, 9, 13)), { weekday: 4, from: 540, to: 779 }],
      'broken',
      3,
    ],
    ['no hours given: nobody knows', [], 'unknown', null],
  ] as const)('%s', (_, spans, state, value) => {
    expect(premisesOpen(spans, TERMS)).toMatchObject({ state, value });
  });
});

describe('times as they are written', () => {
  test.each([
    ['8', 480],
    ['8.30', 510],
    ['08:30', 510],
    [' 16 ', 960],
    ['24', 1440],
    ['24.01', null],
    ['8.60', null],
    ['8,30', null],
    ['halv nio', null],
    ['', null],
  ])('%s', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes);
  });

  test('each minute of the day is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(parseTime(formatTime(minutes))).toBe(minutes);
      }),
    );
  });
});

test('spans that only meet do not overlap', () => {
  expect(overlapping([span(1, 9, 12), span(1, 12, 15), span(1, 14, 16), span(2, 9, 12)])).toEqual([2]);
});

test('days that are alike are told together', () => {
  expect(openingWords([...[1, 2, 3, 4].map((day) => span(day, 8.5, 16)), span(5, 8.5, 14)])).toBe(
    'Måndag–torsdag 8.30–16, fredag 8.30–14',
  );
  expect(openingWords([span(1, 9, 12), span(1, 13, 16), span(3, 9, 12)])).toBe(
    'Måndag 9–12 och 13–16, onsdag 9–12',
  );
  expect(openingWords([])).toBeNull();
});

describe('at most 50 participants for a full-time coach', () => {
  test.each([
    [50, 50, 'met', null],
    [50, 51, 'near', '2026-03-24'],
    [51, 50, 'broken', null],
  ] as const)('%i today, %i soon', (participants, soon, state, until) => {
    const load = { participants, soon, soonOn: plainDate('2026-03-24') };
    expect(coachLoad(load, { participantsPerCoach: 50 })).toMatchObject({
      state,
      until,
      value: participants,
    });
  });
});
