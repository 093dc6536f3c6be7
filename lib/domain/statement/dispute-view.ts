import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DisputeClosing, DisputeEffect, DisputePart } from '#lib/domain/statement/dispute.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { LineSubject, StatementStatus, StatementSums } from '#lib/domain/statement/statement-view.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type DisputeSide = 'provider' | 'authority';

/** What a dispute waits for, or how it ended. */
export type DisputeState = 'awaitsAuthority' | 'awaitsProvider' | DisputeClosing;

/** The one who wrote last waits for the other; a dispute whose dialogue is hidden from the reader waits for the authority. */
export function disputeStateOf(closing: DisputeClosing | null, lastSide: DisputeSide | null): DisputeState {
  if (closing !== null) return closing;
  return lastSide === 'authority' ? 'awaitsProvider' : 'awaitsAuthority';
}

/** An amount of a statement, whether it is paid or not. */
export type DisputableAmount = {
  readonly placementId: string;
  readonly subject: LineSubject;
  readonly key: string;
  readonly component: Component;
  readonly month: Month | null;
  readonly isCorrection: boolean;
  readonly amountOre: Ore;
  /** Why a line has its amount; null for what is not payable, and where the reader may not see the placement. */
  readonly because: readonly LineStep[] | null;
  /** Why the amount is not payable; null for a line. */
  readonly reason: NotPayableReason | null;
};

/** A dispute in a list. */
export type DisputeRow = Omit<DisputableAmount, 'because'> & {
  readonly id: string;
  readonly version: number;
  readonly statementId: string;
  readonly cutOff: PlainDate;
  readonly providerName: string;
  readonly openedAt: Date;
  readonly state: DisputeState;
  readonly effectOre: Ore | null;
  readonly closedAt: Date | null;
  /** Whether the reader sees the placement, and so the dialogue. */
  readonly isSeen: boolean;
};

export type DisputeMessage = {
  readonly id: string;
  readonly side: DisputeSide;
  /** Null where the reader may not know it. */
  readonly author: string | null;
  readonly writtenAt: Date;
  readonly text: string;
};

/** One dispute with its line and its dialogue. */
export type DisputeView = DisputeRow & {
  readonly because: readonly LineStep[] | null;
  readonly statementStatus: StatementStatus;
  readonly messages: readonly DisputeMessage[];
  /** The month's report as it stands, for base pay. */
  readonly report: { readonly id: string; readonly status: string } | null;
  /** Of the reader, for who may close it. */
  readonly parts: readonly DisputePart[];
  /** What the facts of today change; null where the reader does not close disputes, it is closed, or they cannot be calculated from. */
  readonly effect: DisputeEffect | null;
};

/** A statement as far as the provider's answer goes. */
export type StatementAnswer = {
  readonly id: string;
  readonly version: number;
  readonly cutOff: PlainDate;
  readonly status: StatementStatus;
  readonly sums: StatementSums;
  readonly acceptBy: PlainDate | null;
  readonly accepted: {
    readonly at: Date;
    readonly by: 'signatory' | 'silence';
    /** Null where silence accepted, or the reader may not know it. */
    readonly name: string | null;
  } | null;
  /** The pay day that it joins, had it been accepted today or as it was; null where nothing is paid. */
  readonly payDay: PlainDate | null;
  readonly disputes: readonly DisputeRow[];
};
