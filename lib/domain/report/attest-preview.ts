import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { MonthDifference } from '#lib/domain/report/month-difference.ts';
import { type MonthSums, sumMonths } from '#lib/domain/report/month-overview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { type ReportContent, rowOrder } from '#lib/domain/report/report-content.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A report that will be sent, as a reviewer will see it, beside the month before. */
export type AttestRow = MonthRow & {
  /** Number of holds, as the checks give them today. The risk is the authority's alone. */
  readonly holds: number;
  /** What was reported for the month before, and how this differs; null where nothing was. */
  readonly before: ReportContent | null;
  readonly difference: MonthDifference | null;
};

/** Whether somebody should look at the report before it is signed: a reviewer would. That it is late is said once for all. */
export function asksForALook({ remarks, difference }: Pick<AttestRow, 'remarks' | 'difference'>): boolean {
  return remarks.some(({ code }) => code !== 'LATE') || (difference !== null && difference.kind !== 'little');
}

/** Minutes of one activity and form, of all that is sent. */
export type SummedRow = {
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
};

export type AttestSums = MonthSums & {
  readonly byForm: readonly SummedRow[];
  readonly byOffice: readonly {
    readonly officeId: string;
    readonly officeName: string;
    readonly reports: number;
    readonly support: number;
    readonly amountOre: Ore;
  }[];
};

/** Sums over what will be sent: minutes by activity and form, by level, by office with its base pay in öre. */
export function attestSums(rows: readonly MonthRow[]): AttestSums {
  const minutes = new Map<string, SummedRow>();
  for (const row of rows.flatMap(({ content }) => content.rows)) {
    const key = `${row.activity} ${row.form ?? ''}`;
    const sum = (minutes.get(key)?.minutes ?? 0) + row.minutes;
    minutes.set(key, { activity: row.activity, form: row.form, minutes: sum });
  }
  const offices = [...Map.groupBy(rows, ({ officeId }) => officeId)].map(([officeId, those]) => ({
    officeId,
    officeName: those[0]?.officeName ?? '',
    reports: those.length,
    support: those.reduce((sum, row) => sum + row.minutes.support, 0),
    amountOre: sumOre(those.map(({ amountOre }) => amountOre)),
  }));
  return {
    ...sumMonths(rows),
    byForm: [...minutes.values()].toSorted((a, b) => rowOrder(a) - rowOrder(b)),
    byOffice: offices.toSorted((a, b) => (a.officeName < b.officeName ? -1 : 1)),
  };
}

/** Everything that a signatory sees before the signature. */
export type AttestPreview = {
  readonly month: Month;
  readonly today: PlainDate;
  readonly dueOn: PlainDate;
  /** Day by which what is sent today is decided. */
  readonly decidedBy: PlainDate;
  /** The words that are signed. */
  readonly statement: string;
  /** Of exactly what is shown: goes with the signature. Null where there is nothing to sign, or more than can be at once. */
  readonly contentHash: string | null;
  /** What will be sent. */
  readonly rows: readonly AttestRow[];
  readonly sums: AttestSums;
  readonly amountOre: Ore;
  /** Could be sent, and is kept back by choice. */
  readonly kept: readonly MonthRow[];
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
