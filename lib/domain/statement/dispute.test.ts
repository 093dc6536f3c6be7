import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingFault, closingOf, disputeEffect, openingFault } from '#lib/domain/statement/dispute.ts';
import { disputeStateOf } from '#lib/domain/statement/dispute-view.ts';
import { ore } from '#lib/shared/money.ts';

const posting = (key: string, amount: number) => ({ key, amountOre: ore(amount) });

describe('disputing an amount', () => {
  it.each([
    [{ open: 0, answered: 0 }, null],
    [{ open: 1, answered: 0 }, 'alreadyDisputed'],
    [{ open: 0, answered: 1 }, null],
    [{ open: 1, answered: 1 }, 'alreadyDisputed'],
    [{ open: 0, answered: 2 }, 'alreadyReconsidered'],
  ])('with %o before it: %s', (earlier, fault) => {
    expect(openingFault(earlier)).toBe(fault);
  });

  it('waits for the one who did not write last, until it is closed', () => {
    expect(disputeStateOf(null, 'provider')).toBe('awaitsAuthority');
    expect(disputeStateOf(null, 'authority')).toBe('awaitsProvider');
    expect(disputeStateOf(null, null)).toBe('awaitsAuthority');
    expect(disputeStateOf('unchanged', 'authority')).toBe('unchanged');
  });
});

describe('closing a dispute', () => {
  it('is for whoever has had no part in what is disputed, and once', () => {
    expect(closingFault(null, [])).toBe(null);
    for (const part of ['decided', 'submitted', 'disputed', 'closedEarlier'] as const) {
      expect(closingFault(null, [part])).toBe('hasPart');
    }
    expect(closingFault('unchanged', [])).toBe('closed');
    expect(closingFault('withdrawn', ['decided'])).toBe('closed');
  });
});

describe('what the facts of today change', () => {
  it('is the delta of the key: 1 430 kr that a report which was approved since gives', () => {
    const effect = disputeEffect(
      'base:2026-02',
      [posting('base:2026-02', 143_000), posting('base:2026-03', 9_900)],
      [],
    );
    expect(effect).toEqual({ effectOre: 143_000, postedOre: 0, nextOre: 143_000 });
    expect(closingOf(effect)).toBe('corrected');
  });

  it('counts what a later statement has posted: 1 430 kr posted, 65 kr of it to be taken back', () => {
    const effect = disputeEffect(
      'base:2026-02',
      [posting('base:2026-02', -6_500)],
      [posting('base:2026-02', 143_000)],
    );
    expect(effect).toEqual({ effectOre: 136_500, postedOre: 143_000, nextOre: -6_500 });
  });

  it('is of the whole month, whatever its rate rows: −650 kr on one row, +700 kr on the other', () => {
    const deltas = [posting('base:2026-02:2020-01-01', -65_000), posting('base:2026-02:2026-02-15', 70_000)];
    expect(disputeEffect('base:2026-02:2020-01-01', deltas, []).effectOre).toBe(5_000);
  });

  it('is of all that an outcome gives where the outcome as a whole is disputed', () => {
    const deltas = [
      posting('result:4', 100),
      posting('speed', 20),
      posting('supplement', 3),
      posting('base:2026-02', 7),
    ];
    expect(disputeEffect('outcome', deltas, []).effectOre).toBe(123);
    expect(disputeEffect('result:4', deltas, []).effectOre).toBe(100);
  });

  it('is nothing where the facts give what stands, and the parts always add up', () => {
    expect(closingOf(disputeEffect('speed', [], []))).toBe('unchanged');
    const keys = fc.constantFrom(
      'base:2026-02',
      'base:2026-03',
      'result:4',
      'result:12',
      'speed',
      'supplement',
    );
    const postings = fc.array(
      fc.record({ key: keys, amountOre: fc.integer({ min: -1e9, max: 1e9 }).map(ore) }),
    );
    fc.assert(
      fc.property(keys, postings, postings, (key, deltas, later) => {
        const { effectOre, postedOre, nextOre } = disputeEffect(key, deltas, later);
        expect(effectOre).toBe(postedOre + nextOre);
        const all = [...deltas, ...later].filter((one) => one.key === key);
        expect(effectOre).toBe(all.reduce((sum, { amountOre }) => sum + amountOre, 0));
      }),
    );
  });
});
