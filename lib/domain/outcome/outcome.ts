import type { OutcomeFact, OutcomeType } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Whom somebody works for: an organisation by its number; the others have none, and say so. */
export const EMPLOYER_KINDS = ['organisation', 'soleTrader', 'foreign', 'school'] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** A stretch of work or studies, half-open; without `to` it goes on. */
export type OutcomeSpell = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly extentPercent: number;
  /** Ten digits; null for sole traders, foreign employers and schools without one. */
  readonly employerOrgNo: string | null;
  readonly employerName: string;
};

/** An outcome as the provider has told it and a caseworker has written it down. */
export type OutcomeContent = {
  readonly type: OutcomeType;
  /** The day the work or studies began, as claimed. */
  readonly from: PlainDate;
  readonly signalledOn: PlainDate;
  /** Studies: the day applied. */
  readonly appliedOn: PlainDate | null;
  readonly spells: readonly OutcomeSpell[];
};

/** Status of an outcome as its table has it. */
export const OUTCOME_STATUSES = [
  'submitted',
  'returned',
  'approved',
  'rejected',
  'superseded',
  'withdrawn',
] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** Whether the outcome is the placement's current one: what the model counts. */
export function isCurrent(status: OutcomeStatus): status is OutcomeFact['status'] {
  return status !== 'superseded' && status !== 'withdrawn';
}

/** The outcome in the eyes of the compensation model (section 2). `verifiedThrough` is exclusive. */
export function outcomeFact(
  content: OutcomeContent,
  status: OutcomeFact['status'],
  verifiedThrough: PlainDate | null,
): OutcomeFact {
  const { type, from, signalledOn, appliedOn, spells } = content;
  return {
    type,
    status,
    from,
    signalledOn,
    appliedOn,
    verifiedThrough,
    spells: spells.map((spell) => ({
      from: spell.from,
      to: spell.to,
      extentPercent: spell.extentPercent,
      employerOrgNo: spell.employerOrgNo,
    })),
  };
}
