import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastAdministratorProblem } from '#lib/domain/administration/last-administrator.ts';
import { addDays, plainDate } from '#lib/shared/plain-date.ts';

const today = plainDate('2026-05-12');
const göran = { membershipId: 'göran', from: plainDate('2020-01-01'), to: null };
const karin = { membershipId: 'karin', from: plainDate('2026-05-01'), to: null };

describe('the last administrator', () => {
  it.each([
    ['the only one stays', [göran], ['göran'], false],
    ['one of two may go', [göran, karin], ['göran'], true],
    ['two of two may not go together', [göran, karin], ['göran', 'karin'], false],
    ['one who has ended does not count', [göran, { ...karin, to: today }], ['göran'], false],
    [
      'one who begins tomorrow does not count',
      [göran, { ...karin, from: addDays(today, 1) }],
      ['göran'],
      false,
    ],
    ['one who ends tomorrow counts today', [göran, { ...karin, to: addDays(today, 1) }], ['göran'], true],
    ['who is no administrator may always go', [göran], ['johan'], true],
  ] as const)('%s', (_, administrators, ended, isAllowed) => {
    expect(lastAdministratorProblem(administrators, new Set(ended), today) === null).toBe(isAllowed);
  });

  it('whatever is allowed leaves somebody, or touches nobody who administers', () => {
    const someone = fc.record({
      membershipId: fc.constantFrom('a', 'b', 'c', 'd'),
      from: fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days)),
      to: fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { selector: ({ membershipId }) => membershipId }),
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')).map((ids) => new Set(ids)),
        (administrators, ended) => {
          if (lastAdministratorProblem(administrators, ended, today) !== null) return;
          const left = administrators.filter(
            ({ membershipId, from, to }) =>
              !ended.has(membershipId) && from <= today && (to === null || to > today),
          );
          const isTouched = administrators.some(({ membershipId }) => ended.has(membershipId));
          expect(left.length > 0 || !isTouched).toBe(true);
        },
      ),
    );
  });
});
