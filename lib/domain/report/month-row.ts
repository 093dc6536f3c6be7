import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';
import type { MonthState } from '#lib/domain/report/month-state.ts';
import type { DatedCheck } from '#lib/domain/report/not-assessed.ts';
import type { Remark } from '#lib/domain/report/remark.ts';
import type { ReportContent, ReportMinutes } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Where the month's content comes from: the draft, the log, the report that is there, or nowhere yet. */
export type ContentSource = 'draft' | 'log' | 'report' | 'none';

/** A participant's month as its provider sees it. */
export type MonthRow = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  /** Of the placement's latest service period begun by the month's end. */
  readonly reference: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly coachPersonId: string | null;
  readonly coachName: string | null;
  readonly level: Level;
  /** The placement, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly state: MonthState;
  readonly sendable: boolean;
  readonly source: ContentSource;
  /** 0 where there is no draft. */
  readonly draftVersion: number;
  readonly report: {
    readonly id: string;
    readonly status: CurrentStatus;
    readonly version: number;
    readonly submittedOn: PlainDate;
  } | null;
  readonly content: ReportContent;
  /** Activities of the plans in force in the month; null where there is none. */
  readonly planned: readonly ActivityCode[] | null;
  readonly minutes: ReportMinutes;
  /** Least minutes of support that the terms ask for, rounded up. */
  readonly leastSupport: number;
  /** Share of the support on site in per mille; null where there is no support. */
  readonly onSitePermille: number | null;
  readonly remarks: readonly Remark[];
  /** Checks that could not be assessed. */
  readonly notAssessed: readonly DatedCheck[];
  /** Base pay in öre: of the report, or if what is there is sent and approved. */
  readonly amountOre: Ore;
  /** The same, and for a month that nothing is filled in for: what it gives if it is sent today and approved. */
  readonly possibleOre: Ore;
};
