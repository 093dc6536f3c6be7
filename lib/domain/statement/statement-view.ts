import type { Component, NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import type { DocumentStatus, Level } from '#lib/domain/compensation/types.ts';
import type { LineGroupKey } from '#lib/domain/statement/line-group.ts';
import type { LineStep } from '#lib/domain/statement/statement-line.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

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
  /** Days, months or pieces; null for corrections. */
  readonly quantity: number | null;
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
  readonly key: string;
  readonly component: Component;
  readonly month: Month | null;
  readonly reason: NotPayableReason;
  /** The month's report at the cut-off, and as it stands today; null where there is none. */
  readonly reportThen: DocumentStatus | null;
  readonly reportNow: DocumentStatus | null;
  readonly amountOre: Ore;
};

export type VatShare = { readonly vatPermille: number; readonly netOre: Ore };

export type StatementView = StatementRow & {
  readonly contentHash: string | null;
  readonly vat: readonly VatShare[];
  readonly groups: readonly LineGroup[];
  /** Ids of the groups whose lines are shown. */
  readonly shown: readonly string[];
  readonly lines: Paged<LineView>;
  readonly notPayable: Paged<NotPayableView> & { readonly amountOre: Ore };
  /** Whether there are more that this reader may not see. */
  readonly notPayableHidden: boolean;
};

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
