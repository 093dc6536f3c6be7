import type { NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { AgreementVersion, DocumentStatus, PlacementFacts } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An amount that is not payable, with what it rested on at the cut-off and how that stands today. */
export type NotPaid = {
  readonly reason: NotPayableReason;
  readonly key: string;
  readonly agreement: AgreementVersion;
  /** The stored input. */
  readonly facts: PlacementFacts;
  readonly reportNow: { readonly status: DocumentStatus; readonly submittedOn: PlainDate } | null;
  readonly outcomeNow: {
    readonly status: DocumentStatus;
    readonly verifiedThrough: PlainDate | null;
  } | null;
  readonly today: PlainDate;
};

/** What can be done about it, as Swedish sentences. */
export type Remedy = {
  /** `act`: by the provider; `wait`: it goes its own way; `nothing`: it stays unpaid. */
  readonly can: 'act' | 'wait' | 'nothing';
  /** Why it was not payable at the cut-off, with the dates and shares that decided it. */
  readonly why: string;
  /** What would make it payable, or that nothing would. */
  readonly what: string;
  /** Last day for it; null: no last day, or nothing to do. */
  readonly by: PlainDate | null;
  /** Where it is done. */
  readonly page: 'report' | 'outcome' | null;
};

/** A remedy whose reason has been told. */
export type WhatNow = Omit<Remedy, 'why'>;
