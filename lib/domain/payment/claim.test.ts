import { describe, expect, it } from 'vitest';
import {
  type ClaimFacts,
  claimDueOn,
  type ClaimFault,
  claimFault,
  settledOnFault,
} from '#lib/domain/payment/claim.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const OWED: ClaimFacts = {
  balanceOutOre: ore(-100),
  isAccepted: true,
  isLatest: true,
  runGoesOn: false,
  servesOn: false,
  hasPending: false,
};

describe('a balance is claimed only where it cannot be set off', () => {
  it('when the provider owes it and nothing is left that could earn', () => {
    expect(claimFault(OWED)).toBeNull();
  });
  it.each<[ClaimFault, Partial<ClaimFacts>]>([
    ['nothingOwed', { balanceOutOre: ore(0) }],
    ['nothingOwed', { balanceOutOre: ore(49) }],
    ['notAccepted', { isAccepted: false }],
    ['canBeSetOff', { servesOn: true }],
    ['canBeSetOff', { hasPending: true }],
    ['newerStatement', { isLatest: false }],
    ['runGoesOn', { runGoesOn: true }],
  ])('not when %s: %o', (fault, change) => {
    expect(claimFault({ ...OWED, ...change })).toBe(fault);
  });
});

it('a claim is due so many calendar days after the decision', () => {
  expect(claimDueOn(plainDate('2026-11-24'), { claimDueDays: 30 })).toBe('2026-12-24');
});

it.each([
  ['2026-11-23', 'beforeDecision'],
  ['2026-11-24', null],
  ['2026-12-01', null],
  ['2026-12-02', 'inFuture'],
])('a claim of 24 November, told on 1 December, can have been paid on %s: %s', (settledOn, fault) => {
  expect(settledOnFault(plainDate(settledOn), plainDate('2026-11-24'), plainDate('2026-12-01'))).toBe(fault);
});
