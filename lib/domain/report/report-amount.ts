import { basePay } from '#lib/domain/compensation/base-pay.ts';
import type { AbsenceFact, AgreementVersion, Level, ServicePeriod } from '#lib/domain/compensation/types.ts';
import type { ReportPeriod } from '#lib/domain/report/report-facts.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type PaidPlacement = {
  readonly level: Level;
  readonly periods: readonly ReportPeriod[];
  readonly end: PlainDate | null;
  readonly absences: readonly AbsenceFact[];
};

/**
 * Base pay in öre that the month's report gives if it is approved: the model's own base pay for that month with an
 * approved report sent on `submittedOn` (compensation model section 3). Zero where the report comes too late for any.
 */
export function reportAmount(
  agreement: AgreementVersion,
  { level, periods, end, absences }: PaidPlacement,
  month: Month,
  submittedOn: PlainDate,
): Ore {
  const afterMonth = firstDay(nextMonth(month));
  const { lines } = basePay(agreement, {
    placement: {
      id: '',
      level,
      providerOrgNo: '',
      relatedOrgNos: [],
      periods: periods.map(
        ({ number, from, to }): ServicePeriod => ({ number: number === 2 ? 2 : 1, from, to }),
      ),
      end,
      // Only outcomes ask why the service ended.
      endReason: null,
    },
    reports: [{ month, status: 'approved', submittedOn }],
    absences,
    outcome: null,
    posted: [],
    asOf: submittedOn > afterMonth ? submittedOn : afterMonth,
  });
  return sumOre(lines.map(({ amountOre }) => amountOre));
}
