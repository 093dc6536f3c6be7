import { describe, expect, it } from 'vitest';
import { type Obstacle, obstacleOf, OWN_PARTS, type PayableFacts } from '#lib/domain/payment/authorise.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const THROUGH = plainDate('2026-11-23');
const READY: PayableFacts = {
  status: 'accepted',
  payableOre: ore(100),
  acceptedOn: THROUGH,
  hasAccount: true,
  accountComing: false,
  ownPart: null,
};

describe('a statement can be authorised when it is accepted in time, has something to pay and somewhere to pay it', () => {
  it('is ready when all of it holds, on the very last day too', () => {
    expect(obstacleOf(READY, THROUGH)).toBeNull();
  });

  it.each<[Obstacle, Partial<PayableFacts>]>([
    ['awaitingAnswer', { status: 'open' }],
    ['awaitingAnswer', { status: 'proposed' }],
    ['disputed', { status: 'disputed' }],
    ['alreadyAuthorised', { status: 'authorised' }],
    ['alreadyAuthorised', { status: 'paid' }],
    ['nothingToPay', { payableOre: ore(0) }],
    ['acceptedTooLate', { acceptedOn: plainDate('2026-11-24') }],
    ['noAccount', { hasAccount: false }],
    ['accountWaits', { hasAccount: false, accountComing: true }],
  ])('%s', (obstacle, change) => {
    expect(obstacleOf({ ...READY, ...change }, THROUGH)).toBe(obstacle);
  });

  it.each(OWN_PARTS)('not by one who has a part in it: %s', (ownPart) => {
    expect(obstacleOf({ ...READY, ownPart }, THROUGH)).toBe(ownPart);
  });
});
