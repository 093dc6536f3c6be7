import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, type PlainDate, yearOf } from '#lib/shared/plain-date.ts';
import { addWorkdays, swedishBankCalendar } from '#lib/shared/workdays.ts';

/** A Swedish bank account, digits only. */
export type BankAccountNumber = {
  readonly clearingNumber: string;
  readonly accountNumber: string;
  readonly bankName: string;
};

export type BankAccountStatus = 'requested' | 'confirmed' | 'refused' | 'withdrawn';

/** A bank account as it is listed; `validFrom` where it is confirmed. */
export type BankAccountRow = BankAccountNumber & {
  readonly id: string;
  readonly version: number;
  readonly status: BankAccountStatus;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly validFrom: PlainDate | null;
};

const DIGITS_SHOWN = 4;

/** The account with all but the last digits hidden: enough to be told from another, not enough to be used. */
export function maskedAccount({ accountNumber }: Pick<BankAccountNumber, 'accountNumber'>): string {
  const shown = accountNumber.slice(-Math.min(DIGITS_SHOWN, Math.floor(accountNumber.length / 2)));
  return `•••• ${shown}`;
}

/** The account as people read it: `6000-123 456 789`. */
export function formatAccount({
  clearingNumber,
  accountNumber,
}: Omit<BankAccountNumber, 'bankName'>): string {
  return `${clearingNumber}-${accountNumber.replaceAll(/\B(?=(?:\d{3})+$)/g, '\u00A0')}`;
}

/**
 * The first day on which an account that is confirmed on `confirmedOn` is paid to: the day after the terms' working days of
 * waiting, and always after at least one, in which the provider's people can object (service description section 2).
 */
export function accountValidFrom(
  confirmedOn: PlainDate,
  { bankWaitWorkdays }: Pick<Terms, 'bankWaitWorkdays'>,
): PlainDate {
  const year = yearOf(confirmedOn);
  const waits = Math.max(1, bankWaitWorkdays);
  return addDays(addWorkdays(confirmedOn, waits, swedishBankCalendar([year, year + 1])), 1);
}

/** Which account is paid to on a day: of those in force then, the one that came last. */
export function accountOn<Row extends Pick<BankAccountRow, 'status' | 'validFrom'>>(
  accounts: readonly Row[],
  on: PlainDate,
): Row | null {
  const inForce = accounts.filter(
    ({ status, validFrom }) => status === 'confirmed' && validFrom !== null && validFrom <= on,
  );
  return inForce.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0] ?? null;
}
