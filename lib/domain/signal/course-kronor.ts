import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { type Component, countsDays, type NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { explainSv } from '#lib/domain/compensation/explain-sv.ts';
import type {
  AgreementVersion,
  OutcomeFact,
  PlacementFacts,
  ReportFact,
} from '#lib/domain/compensation/types.ts';
import type { Signal } from '#lib/domain/signal/signal.ts';
import { firstDay, monthOf, nextMonth } from '#lib/shared/month.ts';
import { type Ore, sumOre } from '#lib/shared/money.ts';
import { addMonths, type PlainDate } from '#lib/shared/plain-date.ts';

/** What a component gives in all, in öre, and how: one phrase for each of its lines. */
export type ComponentKronor = {
  readonly component: Component;
  readonly amountOre: Ore;
  /** Working days that are paid; null for what is not paid by day. */
  readonly days: number | null;
  readonly because: readonly string[];
};

/** What a placement gives in all on one course, if every month is approved and the work lasts and is shown. Öre without VAT. */
export type CourseKronor = {
  /** First day no longer in the service; null: to the end of the planned days. */
  readonly endsOn: PlainDate | null;
  readonly components: readonly ComponentKronor[];
  readonly totalOre: Ore;
  /** Why nothing of the outcome would be paid; null where something would. */
  readonly refused: NotPayableReason | null;
};

/** The work or studies as one spell without end: what a signal is worth if it comes true. `verifiedThrough` is exclusive. */
export function outcomeOfSignal(signal: Signal, verifiedThrough: PlainDate | null): OutcomeFact {
  const { type, from, signalledOn, appliedOn, extentPercent } = signal;
  const spells = [{ from, to: null, extentPercent, employerOrgNo: null }];
  return { type, status: 'approved', from, signalledOn, appliedOn, verifiedThrough, spells };
}

/** The facts when all of it is over: every month of the service reported, the last milestone behind, nothing posted yet. */
function inTheEnd(agreement: AgreementVersion, facts: PlacementFacts): PlacementFacts {
  const { periods } = facts.placement;
  const longest = Math.max(...agreement.resultPay.milestones.map(({ months }) => months));
  const latest = [facts.asOf, facts.outcome?.from ?? facts.asOf, periods.at(-1)?.to ?? facts.asOf]
    .toSorted()
    .at(-1);
  const asOf = addMonths(latest ?? facts.asOf, longest + 1);
  const reports = new Map<string, ReportFact>();
  for (const { from, to } of periods) {
    for (let month = monthOf(from); firstDay(month) < to; month = nextMonth(month)) {
      reports.set(month, { month, status: 'approved', submittedOn: firstDay(nextMonth(month)) });
    }
  }
  // What has been refused stays refused; what waits is taken to be approved.
  for (const report of facts.reports) {
    reports.set(report.month, report.status === 'rejected' ? report : { ...report, status: 'approved' });
  }
  const outcome = facts.outcome === null ? null : { ...facts.outcome, verifiedThrough: asOf };
  return { ...facts, reports: [...reports.values()], outcome, posted: [], asOf };
}

const ORDER: readonly Component[] = ['basePay', 'speedBonus', 'resultPay', 'supplement'];

/**
 * What the placement gives in all on the course that the facts describe (compensation model sections 3 and 4): the base pay of
 * all its days, and everything that its outcome can give. Öre.
 */
export function courseKronor(agreement: AgreementVersion, facts: PlacementFacts): CourseKronor {
  const whole = evaluate(agreement, inTheEnd(agreement, facts));
  const components = ORDER.map((component): ComponentKronor => {
    const lines = whole.lines.filter((line) => line.component === component);
    const byDay = lines.filter(countsDays);
    return {
      component,
      amountOre: sumOre(lines.map(({ amountOre }) => amountOre)),
      days: byDay.length === 0 ? null : byDay.reduce((sum, { quantity }) => sum + quantity, 0),
      because: component === 'basePay' ? [] : lines.map(({ because }) => explainSv(because)),
    };
  });
  return {
    endsOn: facts.placement.end,
    components,
    totalOre: sumOre(components.map(({ amountOre }) => amountOre)),
    refused: whole.notPayable.find(({ key }) => key === 'outcome')?.reason ?? null,
  };
}
