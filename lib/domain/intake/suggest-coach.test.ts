import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestCoach, type ToSuggestFor } from '#lib/domain/intake/suggest-coach.ts';
import { loadStanding, participantsSoon, type Workload } from '#lib/domain/intake/workload.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-03-02');
const newcomer: ToSuggestFor = {
  officeId: 'o1',
  from: plainDate('2026-03-09'),
  language: 'so',
  needsLanguageSupport: true,
  earlierCoachPersonId: null,
  protected: false,
};
const coach = (personId: string, given: Partial<Workload> = {}): Workload => ({
  personId,
  name: personId.toUpperCase(),
  isCoach: true,
  participants: 10,
  starting: 0,
  offices: 'all',
  languages: [],
  absence: null,
  ...given,
});
const suggested = (coaches: readonly Workload[], given: Partial<ToSuggestFor> = {}) => {
  const found = suggestCoach({ ...newcomer, ...given }, coaches, 50, today);
  return found === null ? null : [found.personId, ...found.because];
};

describe('a suggested coach', () => {
  test('was the coach before; else knows the language; else has the fewest', () => {
    const many = coach('many', { participants: 30 });
    const few = coach('few', { participants: 5 });
    const somali = coach('somali', { participants: 20, languages: ['so'] });
    expect(suggested([many, few])).toEqual(['few', 'fewest']);
    expect(suggested([many, few, somali])).toEqual(['somali', 'language']);
    expect(suggested([many, few, somali], { needsLanguageSupport: false })).toEqual(['few', 'fewest']);
    expect(suggested([many, few, somali], { earlierCoachPersonId: 'many' })).toEqual([
      'many',
      'earlierCoach',
    ]);
  });

  test('works at the office, is there on the first day and has room', () => {
    expect(suggested([coach('elsewhere', { offices: ['o2'] })])).toBeNull();
    expect(suggested([coach('here', { offices: ['o1'] })])).toEqual(['here', 'fewest']);
    expect(suggested([coach('gone', { isCoach: false })])).toBeNull();
    // 49 + 1 = 50 fits, 50 + 1 does not.
    expect(suggested([coach('last', { participants: 45, starting: 4 })])).toEqual(['last', 'fewest']);
    expect(suggested([coach('full', { participants: 45, starting: 5 })])).toBeNull();
    const absence = { from: plainDate('2026-03-09'), to: plainDate('2026-03-10'), coveringName: 'X' };
    expect(suggested([coach('away', { absence })])).toBeNull();
    expect(suggested([coach('back', { absence })], { from: plainDate('2026-03-10') })).toEqual([
      'back',
      'fewest',
    ]);
  });

  test('is never named for somebody with protected identity', () => {
    expect(suggested([coach('a')], { protected: true })).toBeNull();
  });

  test('does not depend on the order in which the coaches stand', () => {
    const coaches = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), participants: fc.nat(60), somali: fc.boolean() }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(coaches, (given) => {
        const all = given.map(({ id, participants, somali }) =>
          coach(id, { participants, languages: somali ? ['so'] : [] }),
        );
        const found = suggestCoach(newcomer, all, 50, today);
        expect(suggestCoach(newcomer, all.toReversed(), 50, today)).toEqual(found);
        expect(found === null).toBe(all.every((one) => participantsSoon(one, 1) > 50));
        expect(found?.participants ?? 0).toBeLessThan(50);
      }),
    );
  });
});

test('a load is near in its last tenth and over above the most', () => {
  expect(loadStanding({ participants: 40, starting: 4 }, 1, 50)).toBe('room');
  expect(loadStanding({ participants: 40, starting: 5 }, 1, 50)).toBe('near');
  expect(loadStanding({ participants: 45, starting: 4 }, 1, 50)).toBe('near');
  expect(loadStanding({ participants: 45, starting: 5 }, 1, 50)).toBe('over');
});
