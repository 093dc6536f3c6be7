import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { extendPlan, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { checkWords } from '#lib/domain/report/check-words.ts';
import { duplicateReport } from '#lib/domain/report/checks/duplicate-report.ts';
import { outsidePlacement } from '#lib/domain/report/checks/outside-placement.ts';
import { type FormContent, type MonthForm, readMonthForm } from '#lib/domain/report/form-rows.ts';
import { EMPTY_CONTENT } from '#lib/domain/report/report-content.ts';
import { type ReportFacts, serviceInMonth } from '#lib/domain/report/report-facts.ts';
import { findingProblem } from '#lib/domain/report/report-problem.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

export type MonthWork = {
  readonly facts: ReportFacts;
  readonly reference: string;
  readonly terms: Terms;
  readonly today: PlainDate;
  readonly plan: PlanVersion | null;
  readonly locale: ProblemLocale;
};

/** What is kept of a month: its content, and the plan with what was added to it in the same step. */
export type DraftedMonth = {
  readonly form: FormContent;
  readonly facts: ReportFacts;
  readonly plan: PlanVersion | null;
};

/**
 * Takes up a month as somebody fills it in. What is not well-formed is refused with all its faults; a month that is sent
 * already, or in which the placement has no day, is no longer filled in. Everything else is kept, whatever the other
 * checks say of it: it is not finished. Activities in `added` go into the plan from the month's first service day.
 */
export function draftMonth(
  given: MonthForm,
  added: readonly ActivityCode[],
  work: MonthWork,
): Result<DraftedMonth, readonly FieldProblem[]> {
  const { facts, terms, today, locale } = work;
  const start = { sources: [], firstSource: { index: 0, fileRow: null } };
  const closed = [duplicateReport, outsidePlacement]
    .flatMap((check) => check({ content: EMPTY_CONTENT, facts, terms, today }))
    .map((finding) => findingProblem(finding, start, locale));
  if (closed.length > 0) return err(closed);
  const read = readMonthForm(
    given,
    { reference: work.reference, month: facts.month },
    { minuteStep: terms.minuteStep, locale },
  );
  if (!read.ok) return err(read.error);
  const [service] = serviceInMonth(facts);
  if (added.length === 0 || service === undefined) return ok({ form: read.value, facts, plan: null });
  if (work.plan === null) {
    const words = checkWords('PLAN_MISSING', { month: facts.month }, locale);
    return err([{ pointer: '/addToPlan', code: 'PLAN_MISSING', ...words }]);
  }
  const plan = extendPlan(
    work.plan,
    added.map((activity) => ({ activity, purpose: '', goal: '' })),
    service.days.from,
  );
  const planned = new Set([
    ...(facts.plannedActivities ?? []),
    ...plan.activities.map(({ activity }) => activity),
  ]);
  return ok({ form: read.value, facts: { ...facts, plannedActivities: [...planned] }, plan });
}
