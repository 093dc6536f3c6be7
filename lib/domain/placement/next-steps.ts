import { finalReportDueOn } from '#lib/domain/final-report/final-report-due.ts';
import { extensionDueOn } from '#lib/domain/placement-decision/extend-placement.ts';
import { planDueOn } from '#lib/domain/plan/plan-due.ts';
import { reportDueOn, type Terms } from '#lib/domain/terms/terms.ts';
import { type Month, monthOf, previousMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A step on the way of a placement: what, by which day, and whether it is behind, at hand or ahead. */
export type NextStep = {
  readonly kind: 'start' | 'plan' | 'report' | 'extension' | 'secondPeriod' | 'end' | 'finalReport';
  /** The day of the step, or the last day for it; for an end the last day of the service. */
  readonly date: PlainDate;
  readonly state: 'done' | 'now' | 'later';
  /** Of the report. */
  readonly month: Month | null;
};

export type PlacementWay = {
  readonly from: PlainDate;
  /** First day no longer in the service. */
  readonly to: PlainDate;
  readonly periods: readonly { readonly number: number; readonly from: PlainDate }[];
  readonly plannedOn: PlainDate | null;
  readonly reportedMonths: readonly Month[];
  /** Days on which the basis for an extension and the final report were sent; null until they are. */
  readonly extensionSentOn: PlainDate | null;
  readonly finalReportSentOn: PlainDate | null;
  /** Whether it ended otherwise than planned: then there is nothing to extend. */
  readonly endedEarly: boolean;
};

/** The month to report next: the last that lies behind and is not sent, else the one that goes on or is the placement's last. */
function monthToReport({ from, to, reportedMonths }: PlacementWay, today: PlainDate): Month | null {
  const lastDay = addDays(to, -1);
  const running = monthOf(today < lastDay ? today : lastDay);
  const first = monthOf(from);
  const behind = previousMonth(monthOf(today));
  const candidates = behind < running ? [behind, running] : [running];
  return candidates.find((month) => month >= first && !reportedMonths.includes(month)) ?? null;
}

/** The basis for an extension: asked for while the first period is the only one, so many days before it is over. */
function extensionStep(way: PlacementWay, lead: number): readonly Dated[] {
  const { periods, to, endedEarly, extensionSentOn: sentOn } = way;
  const [only] = periods;
  if (periods.length !== 1 || only?.number !== 1 || endedEarly) return [];
  return [
    { kind: 'extension', date: sentOn ?? extensionDueOn({ to }, lead), done: sentOn !== null, month: null },
  ];
}

type Dated = {
  readonly kind: NextStep['kind'];
  readonly date: PlainDate;
  readonly done: boolean;
  readonly month: Month | null;
};

/**
 * The steps of a placement in order of their days: start, joint plan, the next periodic report, the basis for an extension or
 * the second period, the end and the final report (service description section 3). At most one is at hand: the first that is
 * not done. Days come from the terms.
 */
export function nextSteps(
  way: PlacementWay,
  today: PlainDate,
  terms: Pick<
    Terms,
    'planDays' | 'reportDueDay' | 'movedDueDays' | 'extensionLeadDays' | 'finalReportWorkdays'
  >,
): readonly NextStep[] {
  const report = monthToReport(way, today);
  const second = way.periods.find(({ number, from }) => number === 2 && from > way.from && from < way.to);
  const lastDay = addDays(way.to, -1);
  const steps: readonly Dated[] = [
    { kind: 'start', date: way.from, done: way.from <= today, month: null },
    {
      kind: 'plan',
      date: way.plannedOn ?? planDueOn(way.from, terms),
      done: way.plannedOn !== null,
      month: null,
    },
    ...(report === null
      ? []
      : [{ kind: 'report', date: reportDueOn(report, terms), done: false, month: report } as const]),
    ...extensionStep(way, terms.extensionLeadDays),
    ...(second === undefined
      ? []
      : [{ kind: 'secondPeriod', date: second.from, done: second.from <= today, month: null } as const]),
    { kind: 'end', date: lastDay, done: lastDay < today, month: null },
    {
      kind: 'finalReport',
      date: way.finalReportSentOn ?? finalReportDueOn({ ...way, end: null }, terms.finalReportWorkdays),
      done: way.finalReportSentOn !== null,
      month: null,
    },
  ];
  const ordered = steps.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const atHand = ordered.find(({ done }) => !done);
  return ordered.map((step) => ({
    kind: step.kind,
    date: step.date,
    state: step.done ? 'done' : step === atHand ? 'now' : 'later',
    month: step.month,
  }));
}
