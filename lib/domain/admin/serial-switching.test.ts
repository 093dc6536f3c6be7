import { describe, expect, it } from 'vitest';
import { serialFacts } from '#lib/domain/admin/serial-switching.ts';

describe('switches that show at the caseworker', () => {
  it('are none where there is one, or two far apart', () => {
    expect(serialFacts(0, null)).toEqual([]);
    expect(serialFacts(1, null)).toEqual([]);
    expect(serialFacts(2, 31)).toEqual([]);
  });

  it('are two within 30 days, the thirtieth included', () => {
    expect(serialFacts(2, 30)).toEqual(['closeSwitches']);
    expect(serialFacts(2, 0)).toEqual(['closeSwitches']);
  });

  it('are three or more however far apart, and both facts where both hold', () => {
    expect(serialFacts(3, 60)).toEqual(['manySwitches']);
    expect(serialFacts(4, 12)).toEqual(['manySwitches', 'closeSwitches']);
  });
});
