import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Ore } from '#lib/shared/money.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { Text } from '#lib/shared/problem.ts';

export type ClaimStatus = 'proposed' | 'decided' | 'declined' | 'settled';

/** A claim (återkrav) as it is listed. */
export type ClaimRow = {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly cutOff: PlainDate;
  readonly provider: { readonly name: string; readonly orgNo: string };
  readonly amountOre: Ore;
  readonly status: ClaimStatus;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  readonly dueOn: PlainDate | null;
  readonly settledOn: PlainDate | null;
  /** Whether the reader proposed it, and so cannot decide. */
  readonly isOwn: boolean;
};

/** A balance that may have to be claimed. */
export type ClaimCandidate = {
  readonly statementId: string;
  readonly statementVersion: number;
  readonly cutOff: PlainDate;
  readonly provider: { readonly name: string; readonly orgNo: string };
  /** What the provider owes, above zero. */
  readonly owedOre: Ore;
  /** Amounts that are not payable today but can become it, where a report comes or is approved. */
  readonly mayComeOre: Ore;
};

export type ClaimFacts = {
  readonly balanceOutOre: Ore;
  /** Whether the provider has accepted it, itself or by silence. */
  readonly isAccepted: boolean;
  /** Whether it is the provider's latest statement. */
  readonly isLatest: boolean;
  /** Whether a statement run has been started and not finished. */
  readonly runGoesOn: boolean;
  /** Whether a placement's service goes on after the cut-off. */
  readonly servesOn: boolean;
  /** Whether amounts are pending with their date. */
  readonly hasPending: boolean;
};

/** Why a balance cannot be claimed. */
export type ClaimFault = 'runGoesOn' | 'newerStatement' | 'nothingOwed' | 'notAccepted' | 'canBeSetOff';

/**
 * Whether a statement's balance can be claimed; null: yes. Only what the provider owes and cannot be set off, because no
 * placement is left that could earn (compensation model section 6), and only while no later statement carries it on.
 */
export function claimFault(facts: ClaimFacts): ClaimFault | null {
  if (facts.runGoesOn) return 'runGoesOn';
  if (!facts.isLatest) return 'newerStatement';
  if (facts.balanceOutOre >= 0) return 'nothingOwed';
  if (!facts.isAccepted) return 'notAccepted';
  return facts.servesOn || facts.hasPending ? 'canBeSetOff' : null;
}

export const CLAIM_FAULT_WORDS: Readonly<Record<ClaimFault, Text>> = {
  runGoesOn: {
    sv: 'En avräkning pågår och kan ändra saldot. Vänta tills den är klar.',
    en: 'A statement run is going on and may change the balance. Wait until it has finished.',
  },
  newerStatement: {
    sv: 'Leverantören har fått ett nyare underlag, och saldot står där nu.',
    en: 'The provider has a later statement, and the balance stands there now.',
  },
  nothingOwed: { sv: 'Leverantören är inte skyldig något.', en: 'The provider owes nothing.' },
  notAccepted: {
    sv: 'Leverantören har inte godkänt underlaget än. Den kan fortfarande invända mot det.',
    en: 'The provider has not accepted the statement yet. It can still dispute it.',
  },
  canBeSetOff: {
    sv: 'Saldot kan kvittas: leverantören har placeringar som kan ge ersättning.',
    en: 'The balance can be set off: the provider has placements that can earn.',
  },
};

/** The day by which a claim that is decided today is paid: so many calendar days later. */
export function claimDueOn(decidedOn: PlainDate, { claimDueDays }: Pick<Terms, 'claimDueDays'>): PlainDate {
  return addDays(decidedOn, claimDueDays);
}

/** Whether a claim can have been paid on a day: after it was decided, not ahead. Null: yes. */
export function settledOnFault(
  settledOn: PlainDate,
  decidedOn: PlainDate,
  today: PlainDate,
): 'inFuture' | 'beforeDecision' | null {
  if (settledOn > today) return 'inFuture';
  return settledOn < decidedOn ? 'beforeDecision' : null;
}
