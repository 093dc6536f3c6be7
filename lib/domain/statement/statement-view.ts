import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DocumentStatus, Level } from '#lib/domain/compensation/types.ts';
import type { FactRow } from '#lib/domain/statement/fact-rows-sv.ts';
import type { ForecastMonth } from '#lib/domain/statement/forecast.ts';
import type { LineGroupKey } from '#lib/domain/statement/line-group.ts';
import type { Remedy } from '#lib/domain/statement/remedy-types.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { LineCheck } from '#lib/domain/statement/statement-line-check.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Lines that one page can print; a statement with more is read as a file. */
export const MOST_PRINTED = 1000;

/** One page of a list. `page` and `pages` count from 1. */
export type Paged<Item> = {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** Where a statement stands (compensation model section 6; states: open → proposed → accepted | disputed → authorised → paid). */
export type StatementStatus = 'open' | 'proposed' | 'disputed' | 'accepted' | 'authorised' | 'paid';

/** Whom a line is for, as far as the reader may know. */
export type LineSubject =
  | { readonly kind: 'participant'; readonly name: string; readonly placementId: string }
  | { readonly kind: 'protected' }
  | { readonly kind: 'otherOffice' };

export type StatementSums = {
  readonly netOre: Ore;
  readonly vatOre: Ore;
  readonly balanceInOre: Ore;
  readonly roundingOre: Ore;
  readonly payableOre: Ore;
  readonly balanceOutOre: Ore;
};

/** A statement in a list. */
export type StatementRow = {
  readonly id: string;
  readonly provider: { readonly name: string; readonly orgNo: string };
  readonly cutOff: PlainDate;
  readonly status: StatementStatus;
  readonly proposedAt: Date | null;
  readonly sums: StatementSums;
  readonly lineCount: number;
};

/** Lines that are read together, with what they add up to. */
export type LineGroup = LineGroupKey & {
  readonly id: string;
  readonly lines: number;
  readonly participants: number;
  /** Participants by level. */
  readonly levels: Readonly<Record<Level, number>>;
  /** Days or pieces; null for corrections, and where there are both. */
  readonly quantity: number | null;
  readonly inDays: boolean;
  readonly amountOre: Ore;
};

/** A line as it is shown. What the reader may not know about its participant is left out. */
export type LineView = {
  readonly id: string;
  readonly subject: LineSubject;
  readonly officeName: string | null;
  readonly key: string;
  readonly component: Component;
  readonly month: Month | null;
  /** Whether it corrects what earlier statements hold, rather than being a first posting. */
  readonly isCorrection: boolean;
  readonly groupId: string;
  readonly quantity: number | null;
  readonly unitOre: Ore | null;
  readonly amountOre: Ore;
  readonly because: readonly LineStep[] | null;
  readonly agreementName: string;
};

/** An amount at stake that the statement does not pay. */
export type NotPayableView = {
  readonly placementId: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly officeName: string;
  readonly key: string;
  readonly component: Component;
  readonly month: Month | null;
  readonly reason: NotPayableReason;
  /** The month's report at the cut-off; null where there was none. */
  readonly reportThen: DocumentStatus | null;
  readonly amountOre: Ore;
  readonly remedy: Remedy;
};

export type NotPayableList = Paged<NotPayableView> & {
  readonly amountOre: Ore;
  /** How many there are by reason, the commonest first; the list holds those of `shown` alone, or all. */
  readonly reasons: readonly { readonly reason: NotPayableReason; readonly count: number }[];
  readonly shown: NotPayableReason | null;
};

/** An amount that will be paid if what it waits for comes true. */
export type PendingView = {
  readonly placementId: string;
  readonly name: string;
  readonly isProtected: boolean;
  readonly officeName: string;
  readonly key: string;
  readonly component: Component;
  readonly dueOn: PlainDate;
  readonly amountOre: Ore;
  /** What is needed by when, in Swedish. */
  readonly need: string;
};

export type PendingList = Paged<PendingView> & {
  /** By month, of all the statement's placements, whoever reads it. */
  readonly months: readonly ForecastMonth[];
  readonly amountOre: Ore;
  /** Whether there are more than the reader may see one by one. */
  readonly hidden: boolean;
};

/** What stands behind one line: the input, and what it gives when it is calculated anew. */
export type LineBasis = {
  readonly lineId: string;
  readonly facts: readonly FactRow[];
  readonly agreementName: string;
  readonly inputHash: string;
  /** Whether the stored input still has its checksum. */
  readonly isIntact: boolean;
  readonly check: LineCheck;
};

export type VatShare = { readonly vatPermille: number; readonly netOre: Ore };

export type StatementView = StatementRow & {
  readonly contentHash: string | null;
  readonly vat: readonly VatShare[];
  readonly groups: readonly LineGroup[];
  /** Ids of the groups whose lines are shown. */
  readonly shown: readonly string[];
  readonly lines: Paged<LineView>;
  /** What stands behind the line that was asked for. */
  readonly basis: LineBasis | null;
  readonly pending: PendingList;
  readonly notPayable: NotPayableList;
  /** Whether there are more that this reader may not see. */
  readonly notPayableHidden: boolean;
  /** The provider's statement before this one. */
  readonly previous: PreviousStatement | null;
};

export type PreviousStatement = { readonly id: string; readonly cutOff: PlainDate; readonly netOre: Ore };

export type RunState = 'running' | 'stopped' | 'proposed';

/** A statement run, with what its statements add up to so far. */
export type RunView = {
  readonly id: string;
  readonly version: number;
  readonly cutOff: PlainDate;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly startedBy: string | null;
  readonly finishedAt: Date | null;
  readonly providersTotal: number;
  readonly providersDone: number;
  readonly statements: number;
  readonly netOre: Ore;
  readonly payableOre: Ore;
};

/** How far a run has come: what the page asks for again and again. */
export type RunProgress = Pick<RunView, 'state' | 'providersTotal' | 'providersDone'>;

/** What a run at a cut-off would meet. Participants with protected identity take part but are not counted. */
export type RunPreview = {
  readonly cutOff: PlainDate;
  readonly providers: number;
  readonly newReports: number;
  readonly newReportsOre: Ore;
  readonly awaitingReview: number;
  readonly awaitingReviewOre: Ore;
  readonly returned: number;
};
