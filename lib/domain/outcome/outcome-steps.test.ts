import { describe, expect, test } from 'vitest';
import type { OutcomeFact, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { AGREEMENT, FACTS } from '#lib/domain/effect/testing/one-placement.ts';
import { byStep, outcomeStep } from '#lib/domain/outcome/outcome-steps.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

/** Full-time work from 1 June 2021: the one milestone is four months later, 1 October. */
const OUTCOME: OutcomeFact = {
  type: 'employment',
  status: 'approved',
  from: plainDate('2021-06-01'),
  signalledOn: plainDate('2021-05-20'),
  appliedOn: null,
  verifiedThrough: null,
  spells: [{ from: plainDate('2021-06-01'), to: null, extentPercent: 100, employerOrgNo: null }],
};
const at = (asOf: string, change: Partial<OutcomeFact> | null): PlacementFacts => ({
  ...FACTS,
  asOf: plainDate(asOf),
  outcome: change === null ? null : { ...OUTCOME, ...change },
});
const step = (facts: PlacementFacts, status?: 'submitted' | 'inReview' | 'returned' | 'approved') =>
  outcomeStep({
    agreement: AGREEMENT,
    facts,
    signal: status === undefined ? null : { status, from: OUTCOME.from },
  });

describe('what comes next', () => {
  test.each([
    ['a signal waits', at('2021-05-21', null), 'submitted', { kind: 'signalAwaits', day: null }],
    [
      'a signal has to be completed',
      at('2021-05-21', null),
      'returned',
      { kind: 'signalReturned', day: null },
    ],
    [
      'a confirmed signal is reported from its first day',
      at('2021-05-21', null),
      'approved',
      { kind: 'report', day: '2021-06-01' },
    ],
    [
      'a report waits',
      at('2021-07-01', { status: 'submitted' }),
      undefined,
      { kind: 'reportAwaits', day: '2021-10-01' },
    ],
    [
      'a report has to be completed',
      at('2021-07-01', { status: 'returned' }),
      undefined,
      { kind: 'reportReturned', day: null },
    ],
    ['the milestone lies ahead', at('2021-07-01', {}), undefined, { kind: 'milestone', day: '2021-10-01' }],
    [
      'it has come, and evidence does not reach it',
      at('2021-10-01', { verifiedThrough: plainDate('2021-09-30') }),
      undefined,
      { kind: 'evidence', day: '2021-10-01' },
    ],
    [
      'it has come for a report that waits, too',
      at('2021-10-01', { status: 'submitted' }),
      undefined,
      { kind: 'evidence', day: '2021-10-01' },
    ],
    [
      'all of it is shown',
      at('2021-10-01', { verifiedThrough: plainDate('2021-10-01') }),
      undefined,
      { kind: 'done', day: null },
    ],
    ['it was refused', at('2021-10-01', { status: 'rejected' }), undefined, { kind: 'rejected', day: null }],
    [
      'nothing of it counts',
      at('2021-10-01', { signalledOn: plainDate('2021-12-01'), from: plainDate('2021-12-01') }),
      undefined,
      { kind: 'notPayable', day: null },
    ],
  ] as const)('where %s', (_, facts, status, expected) => {
    expect(step(facts, status)).toEqual(expected);
  });

  test('is taken in order: what came back, what waits, by day, what is over', () => {
    const steps = [
      { kind: 'done', day: null },
      { kind: 'milestone', day: plainDate('2021-10-01') },
      { kind: 'evidence', day: plainDate('2021-09-01') },
      { kind: 'signalAwaits', day: null },
      { kind: 'reportReturned', day: null },
    ] as const;
    expect(steps.toSorted(byStep).map(({ kind }) => kind)).toEqual([
      'reportReturned',
      'signalAwaits',
      'evidence',
      'milestone',
      'done',
    ]);
  });
});
