import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { type Month, parseMonth } from '#lib/shared/month.ts';

/** The component that a posted key belongs to (keys: compensation model sections 3 and 4). Throws RangeError for others. */
export function componentOf(key: string): Component {
  if (key.startsWith('base:')) return 'basePay';
  if (key.startsWith('result:')) return 'resultPay';
  if (key === 'speed') return 'speedBonus';
  if (key === 'supplement') return 'supplement';
  throw new RangeError(`Not the key of an amount: ${key}`);
}

/** The calendar month of a base pay key (`base:2021-03`, with or without its rate row); null for every other key. */
export function monthOfKey(key: string): Month | null {
  return key.startsWith('base:') ? parseMonth(key.slice(5, 12)) : null;
}

/**
 * What a key is an amount for: a month of base pay whatever its rate rows, else the key itself. An entry that is not
 * payable names the month, a line the month and the rate row.
 */
export function entitlementOf(key: string): string {
  return key.startsWith('base:') ? key.slice(0, 12) : key;
}
