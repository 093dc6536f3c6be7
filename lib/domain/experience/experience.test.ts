import { expect, test } from 'vitest';
import { type ExperienceContent, experienceProblems, mayChange } from '#lib/domain/experience/experience.ts';

const work: ExperienceContent = { what: 'Kock', place: 'Hotellet', fromYear: 2015, toYear: 2019, note: '' };
const wrong = (given: Partial<ExperienceContent>) =>
  experienceProblems({ ...work, ...given }, 2026).map(({ pointer }) => pointer);

test('years are those of a working life, and end after they begin', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ fromYear: null, toYear: null })).toEqual([]);
  expect(wrong({ fromYear: 2026, toYear: 2036 })).toEqual([]);
  expect(wrong({ toYear: 2037 })).toEqual(['/toYear']);
  expect(wrong({ fromYear: 2027, toYear: null })).toEqual(['/fromYear']);
  expect(wrong({ fromYear: 1939 })).toEqual(['/fromYear']);
  expect(wrong({ fromYear: 2020 })).toEqual(['/toYear']);
});

test('a coach changes what coaches wrote, participants their own words', () => {
  expect([
    mayChange({ source: 'coach' }, 'coach'),
    mayChange({ source: 'participant' }, 'participant'),
  ]).toEqual([true, true]);
  expect([
    mayChange({ source: 'participant' }, 'coach'),
    mayChange({ source: 'coach' }, 'participant'),
  ]).toEqual([false, false]);
  expect(mayChange({ source: 'coach' }, 'signatory')).toBe(false);
});
