import type { Obstacle } from '#lib/domain/payment/authorise.ts';
import type { BankAccountNumber } from '#lib/domain/payment/bank-account.ts';
import type { StatementStatus } from '#lib/domain/statement/statement-view.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type Tally = { readonly statements: number; readonly amountOre: Ore };

/** How a coming pay day stands. A statement without an account is counted as accepted too. */
export type PayDayView = {
  readonly payOn: PlainDate;
  /** The last day to accept a statement for it. */
  readonly acceptedThrough: PlainDate;
  readonly accepted: Tally;
  readonly withoutAccount: Tally;
  readonly awaiting: Tally;
  readonly disputed: Tally;
  readonly authorised: Tally;
  readonly paid: Tally;
};

/** A statement as it stands before a pay day. */
export type PayableRow = {
  readonly statementId: string;
  readonly version: number;
  readonly status: StatementStatus;
  readonly providerId: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly cutOff: PlainDate;
  readonly payableOre: Ore;
  readonly contentHash: string;
  readonly acceptedOn: PlainDate | null;
  readonly acceptBy: PlainDate | null;
  /** In force on the pay day. */
  readonly account: (BankAccountNumber & { readonly id: string }) | null;
  readonly obstacle: Obstacle | null;
};

export type AuthorisationState = 'authorised' | 'paid';

/** An authorisation in a list. */
export type AuthorisationRow = {
  readonly id: string;
  readonly payOn: PlainDate;
  readonly authorisedBy: string;
  readonly authorisedAt: Date;
  readonly statementCount: number;
  readonly amountOre: Ore;
  readonly state: AuthorisationState;
  readonly paidOn: PlainDate | null;
};

/** All that a payment file needs of one payment. */
export type AuthorisedPayment = {
  readonly statementId: string;
  readonly reference: string;
  readonly payOn: PlainDate;
  readonly amountOre: Ore;
  readonly provider: { readonly id: string; readonly name: string; readonly orgNo: string };
  readonly account: BankAccountNumber & { readonly id: string };
};

/** How the payment of a statement stands, for its provider and for those who pay. */
export type StatementPayment = {
  readonly statementId: string;
  readonly cutOff: PlainDate;
  readonly status: StatementStatus;
  readonly payableOre: Ore;
  /** The last day to answer, while it can be answered. */
  readonly acceptBy: PlainDate | null;
  /** The pay day that it is authorised for, or the one that it joins as things stand; null where none can be told. */
  readonly payOn: PlainDate | null;
  readonly paidOn: PlainDate | null;
};
