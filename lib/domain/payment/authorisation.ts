import type { Ore } from '#lib/shared/money.ts';
import { ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** One statement as it stands in an authorisation: what is paid, to whom, to which account. */
export type AuthorisedStatement = {
  readonly statementId: string;
  readonly providerName: string;
  readonly orgNo: string;
  readonly cutOff: PlainDate;
  /** Checksum of the statement's content. */
  readonly contentHash: string;
  readonly payableOre: Ore;
  readonly bankAccountId: string;
  readonly bankName: string;
  /** The last digits alone. */
  readonly maskedAccount: string;
};

/** What a payer signs: exactly what is shown before the e-ID, in the statements' order. */
export type AuthorisationContent = {
  readonly payOn: PlainDate;
  readonly statements: readonly AuthorisedStatement[];
  readonly statementCount: number;
  readonly amountOre: Ore;
};

/** The content of a signature, its statements by id so that the same ones always have the same hash. */
export function authorisationContent(
  payOn: PlainDate,
  statements: readonly AuthorisedStatement[],
): AuthorisationContent {
  const sorted = statements.toSorted((a, b) => (a.statementId < b.statementId ? -1 : 1));
  return {
    payOn,
    statements: sorted,
    statementCount: sorted.length,
    amountOre: sumOre(sorted.map(({ payableOre }) => ore(payableOre))),
  };
}
