import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { extendPlan, type PlannedActivity, type PlanVersion } from '#lib/domain/activity/plan-version.ts';
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

type Judging = {
  readonly facts: ReportFacts;
  readonly terms: Terms;
  readonly today: PlainDate;
  readonly locale: ProblemLocale;
};

export type MonthWork = Judging & { readonly reference: string; readonly plan: PlanVersion | null };

/** An activity as it is added where it is missed. */
export type MissedActivity = Pick<PlannedActivity, 'activity' | 'purpose' | 'goal'>;

/** The plan with what was added to it in the same step (null: nothing was), and the facts as they are by it. */
export type AddedToPlan = { readonly plan: PlanVersion | null; readonly facts: ReportFacts };

/** What is kept of a month: its content, and the plan with what was added to it in the same step. */
export type DraftedMonth = AddedToPlan & { readonly form: FormContent };

const START = { sources: [], firstSource: { index: 0, fileRow: null } };

/** Why a month is no longer filled in: it is sent already, or the placement has no day in it. Empty: it can be. */
export function closedProblems({ facts, terms, today, locale }: Judging): readonly FieldProblem[] {
  return [duplicateReport, outsidePlacement]
    .flatMap((check) => check({ content: EMPTY_CONTENT, facts, terms, today }))
    .map((finding) => findingProblem(finding, START, locale));
}

/** Adds activities to the plan in force, from the month's first service day. There has to be a plan to add to. */
export function addToPlan(
  added: readonly MissedActivity[],
  { facts, plan, locale }: Pick<MonthWork, 'facts' | 'plan' | 'locale'>,
): Result<AddedToPlan, readonly FieldProblem[]> {
  const [service] = serviceInMonth(facts);
  if (added.length === 0 || service === undefined) return ok({ facts, plan: null });
  if (plan === null) {
    const words = checkWords('PLAN_MISSING', { month: facts.month }, locale);
    return err([{ pointer: '/addToPlan', code: 'PLAN_MISSING', ...words }]);
  }
  const extended = extendPlan(plan, added, service.days.from);
  const planned = new Set([
    ...(facts.plannedActivities ?? []),
    ...extended.activities.map(({ activity }) => activity),
  ]);
  return ok({ facts: { ...facts, plannedActivities: [...planned] }, plan: extended });
}

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
  const closed = closedProblems(work);
  if (closed.length > 0) return err(closed);
  const { facts, terms, locale, reference } = work;
  const read = readMonthForm(
    given,
    { reference, month: facts.month },
    { minuteStep: terms.minuteStep, locale },
  );
  if (!read.ok) return err(read.error);
  const planned = addToPlan(
    added.map((activity) => ({ activity, purpose: '', goal: '' })),
    work,
  );
  return planned.ok ? ok({ ...planned.value, form: read.value }) : err(planned.error);
}
