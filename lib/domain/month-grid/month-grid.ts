import type { MinutesField, TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import type { GridTotals } from '#lib/domain/month-grid/grid-totals.ts';
import type { CellProblems } from '#lib/domain/month-grid/typed-month.ts';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A participant's month in the grid: as it is kept, and all that the live checks ask for. */
export type GridRow = {
  /** As the server judged it. */
  readonly row: MonthRow;
  readonly facts: ReportFacts;
  /** Whether it can be filled in: not sent, or returned. */
  readonly isOpen: boolean;
  /** What the draft, the log or the report gives, in the texts that the grid shows; cells that cannot be read as they were typed. */
  readonly typed: TypedMonth;
  /** Mark of `typed` as it is kept: goes back with what is saved, so that rows nobody touched, and changes since, are known. */
  readonly seen: string;
  /** What the log says, whatever the draft says. */
  readonly log: TypedMonth;
  /** Expected day of pay if it is sent today, or as it was sent; null where nothing will be paid. */
  readonly payDay: PlainDate | null;
};

/** A provider's month as a grid: a page of rows, and what lies beyond it. */
export type MonthGrid = Omit<MonthOverview, 'rows'> & {
  readonly providerId: string;
  readonly terms: Terms;
  readonly rows: readonly GridRow[];
  /** Placements of all rows that the filters leave, in their order: a block that is pasted goes on over the pages. */
  readonly order: readonly string[];
  /** Columns of minutes in use by any of them, in the order of MINUTES_FIELDS. */
  readonly columns: readonly MinutesField[];
  /** Over all rows that the filters leave; `sums` are of everybody, whatever state is asked for. */
  readonly totals: GridTotals;
};

/** What became of one row that was to be kept. */
export type SavedRow =
  | { readonly kind: 'saved'; readonly placementId: string; readonly row: GridRow }
  /** Somebody else has kept another version meanwhile: `row` is theirs, nothing was written. */
  | {
      readonly kind: 'conflict';
      readonly placementId: string;
      readonly row: GridRow;
      readonly changedBy: string | null;
      readonly changedAt: string | null;
    }
  /** It can no longer be filled in (sent, or no longer within reach): why. */
  | { readonly kind: 'refused'; readonly placementId: string; readonly problems: readonly FieldProblem[] };

export type SavedDrafts = {
  readonly month: Month;
  /** The grid's filters as they were given, for leading back to the same page. */
  readonly filters: string;
  /** In the order in which they were given. */
  readonly rows: readonly SavedRow[];
  /** How many rows there was anything new to keep of. */
  readonly written: number;
};

/** A row as it stands while somebody types: judged by the same rules as on the server. */
export type LiveRow = Pick<
  MonthRow,
  'state' | 'sendable' | 'remarks' | 'notAssessed' | 'minutes' | 'onSitePermille' | 'amountOre' | 'content'
> & {
  /** Cells that cannot be read, each with why. */
  readonly problems: CellProblems;
};
