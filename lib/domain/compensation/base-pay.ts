import type { Because } from '#lib/domain/compensation/because.ts';
import type { BasePayReason, Entries, Line, NotPayable } from '#lib/domain/compensation/evaluation.ts';
import { type PayMonth, payMonthsOf, type RatePayDays } from '#lib/domain/compensation/pay-days.ts';
import type { AgreementVersion, Level, PlacementFacts, ReportFact } from '#lib/domain/compensation/types.ts';
import { ore, sumOre } from '#lib/shared/money.ts';
import { toEpochDay } from '#lib/shared/plain-date.ts';

/** Why a month is not payable, in the order that the model checks; null where it is. */
function reasonAgainst(
  { lastDay }: PayMonth,
  report: ReportFact | undefined,
  lapsesAfterDays: number | null,
): BasePayReason | null {
  if (report === undefined) return 'reportMissing';
  if (report.status !== 'approved') return 'reportNotApproved';
  const tooLate = lapsesAfterDays !== null && toEpochDay(report.submittedOn) - lastDay > lapsesAfterDays;
  return tooLate ? 'reportTooLate' : null;
}

function line(
  { month }: PayMonth,
  { rate, payDays, ...counted }: RatePayDays,
  level: Level,
  { submittedOn }: ReportFact,
  lapsesAfterDays: number | null,
): Line {
  const orePerDay = rate.orePerDay[level];
  const amountOre = ore(payDays * orePerDay);
  const because: Because[] = [
    { rule: 'basePay.payDays', section: '3.1', facts: { month, ...counted, payDays } },
    { rule: 'basePay.dayRate', section: '3.2', facts: { level, rateFrom: rate.from, orePerDay } },
    { rule: 'basePay.reportApproved', section: '3.3', facts: { month, submittedOn, lapsesAfterDays } },
    { rule: 'basePay.amount', section: '3.4', facts: { payDays, orePerDay, amountOre } },
  ];
  const key = `base:${month}:${rate.from}`;
  return { key, component: 'basePay', quantity: payDays, unitOre: orePerDay, amountOre, because };
}

/**
 * Base pay in öre for every closed month of service, in order: earned, or at stake and not payable with its reason
 * (compensation model section 3). Months and rate rows without an amount give no entry. Throws OreOutOfRangeError
 * where an amount cannot be held exactly.
 */
export function basePay(agreement: AgreementVersion, facts: PlacementFacts): Entries {
  const { level } = facts.placement;
  const { lapsesAfterDays } = agreement.basePay;
  const reports = new Map(
    facts.reports
      .filter((report) => report.submittedOn <= facts.asOf)
      .map((report) => [report.month, report]),
  );
  const lines: Line[] = [];
  const notPayable: NotPayable[] = [];
  for (const payMonth of payMonthsOf(agreement, facts)) {
    const { month } = payMonth;
    const report = reports.get(month);
    const reason = reasonAgainst(payMonth, report, lapsesAfterDays);
    if (reason === null && report !== undefined) {
      const earned = payMonth.byRate.map((counted) =>
        line(payMonth, counted, level, report, lapsesAfterDays),
      );
      lines.push(...earned.filter(({ amountOre }) => amountOre > 0));
    } else if (reason !== null) {
      const amountOre = sumOre(
        payMonth.byRate.map(({ rate, payDays }) => ore(payDays * rate.orePerDay[level])),
      );
      if (amountOre > 0) notPayable.push({ key: `base:${month}`, component: 'basePay', reason, amountOre });
    }
  }
  return { lines, pending: [], notPayable };
}
