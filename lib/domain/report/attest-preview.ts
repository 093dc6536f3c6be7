import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { MonthSums } from '#lib/domain/report/month-overview.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Everything that a signatory sees before the signature. */
export type AttestPreview = {
  readonly month: Month;
  readonly today: PlainDate;
  readonly dueOn: PlainDate;
  /** The words that are signed. */
  readonly statement: string;
  /** Of exactly what is shown: goes with the signature. Null where there is nothing to sign. */
  readonly contentHash: string | null;
  /** What will be sent. */
  readonly rows: readonly MonthRow[];
  readonly sums: MonthSums;
  readonly amountOre: Ore;
  /** Not sent yet, and not sent now: each with what keeps it back. */
  readonly left: readonly MonthRow[];
  /** What was sent for the month before, to compare with. */
  readonly lastMonth: {
    readonly month: Month;
    readonly reports: number;
    readonly support: number;
    readonly amountOre: Ore;
  };
};
