import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { LoggedEntry } from '#lib/domain/activity/week-log.ts';
import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { CellProblems } from '#lib/domain/month-grid/typed-month.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { Month } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** One participant's month with all that it takes to fill it in. */
export type MonthPage = {
  readonly month: Month;
  readonly today: PlainDate;
  /** First day on which it can be sent, and last on which it is in time. */
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly row: MonthRow;
  /** What is filled in, as it is typed; cells that cannot be read, each with why. */
  readonly typed: TypedMonth;
  readonly unread: CellProblems;
  /** Who kept the draft last (null: a system) and when (ISO 8601 in UTC); null where there is none. */
  readonly changed: { readonly by: string | null; readonly at: string } | null;
  /** Activities of the plans in force in the month; null where there is none. */
  readonly planned: readonly ActivityCode[] | null;
  readonly hasPlan: boolean;
  /** What the log says of the month, whatever the draft says. */
  readonly fromLog: ReportContent;
  readonly entries: readonly LoggedEntry[];
  /** What was reported for the month before, or null. */
  readonly lastMonth: { readonly month: Month; readonly content: ReportContent } | null;
  /** What was decided last, why, and what it changed in öre for the placement; `reopen`: a decision taken up again. */
  readonly decision: {
    readonly decision: 'approve' | 'return' | 'proposeReject' | 'reject' | 'reopen';
    readonly reason: string | null;
    readonly decidedAt: string;
    /** As the reviewer saw them; null for decisions made before they were kept. */
    readonly effectOre: Ore | null;
    readonly nextOre: Ore | null;
  } | null;
};
