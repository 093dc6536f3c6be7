import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Text } from '#lib/shared/problem.ts';

/** Why a day cannot be the one on which something was paid. */
export type PaidOnFault = 'inFuture' | 'beforePayDay';

/** Whether the bank can have paid on a day: not before the pay day that was signed for, and not ahead of today. Null: yes. */
export function paidOnFault(paidOn: PlainDate, payOn: PlainDate, today: PlainDate): PaidOnFault | null {
  if (paidOn > today) return 'inFuture';
  return paidOn < payOn ? 'beforePayDay' : null;
}

export const PAID_ON_WORDS: Readonly<Record<PaidOnFault, Text>> = {
  inFuture: {
    sv: 'Dagen ligger framåt i tiden. Bekräfta när banken har betalat.',
    en: 'The day lies ahead. Confirm when the bank has paid.',
  },
  beforePayDay: {
    sv: 'Dagen ligger före utbetalningsdagen. Ange dagen då banken betalade.',
    en: 'The day is before the pay day. Give the day on which the bank paid.',
  },
};
