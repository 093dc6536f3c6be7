import { describe, expect, it } from 'vitest';
import { input, krom, work } from '#lib/domain/compensation/testing/given.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { reachedResults } from '#lib/domain/rating/reached-results.ts';

/** The example agreement with half of the result pay after three calendar months, half after six. */
const inTwoSteps = krom({
  resultPay: {
    milestones: [
      { months: 3, sharePermille: 500 },
      { months: 6, sharePermille: 500 },
    ],
  },
  speedBonus: null,
  supplement: null,
});

function reached(outcome: unknown, asOf: string, agreement = inTwoSteps): string {
  const given = validateInput(input({ outcome, asOf }, agreement));
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  const { first, second } = reachedResults(given.value.agreement, given.value.facts);
  return `${first ? 'first' : '-'} ${second ? 'second' : '-'}`;
}

// Work from 1 June 2021.
describe('the results that are measured', () => {
  it.each([
    ['2021-08-31', '- -'],
    ['2021-09-01', 'first -'],
    ['2021-11-30', 'first -'],
    ['2021-12-01', 'first second'],
  ])('are the milestones, to the day: seen from %s', (asOf, expected) => {
    expect(reached(work(), asOf)).toBe(expected);
  });

  it('are reached when they are verified and approved, not when time has gone', () => {
    expect(reached(work({ verifiedThrough: '2021-09-01' }), '2022-03-01')).toBe('first -');
    expect(reached(work({ verifiedThrough: null }), '2022-03-01')).toBe('- -');
    expect(reached(work({ status: 'submitted' }), '2022-03-01')).toBe('- -');
    expect(reached(work({ status: 'rejected' }), '2022-03-01')).toBe('- -');
    expect(reached(null, '2022-03-01')).toBe('- -');
  });

  it('are one and the same where the agreement has one milestone: four months', () => {
    expect(reached(work(), '2021-09-30', krom())).toBe('- -');
    expect(reached(work(), '2021-10-01', krom())).toBe('first second');
  });
});
