import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { type ReadMonth, readTyped, toTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { addToPlan, closedProblems, type MissedActivity } from '#lib/domain/report/draft-month.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem, ProblemLocale } from '#lib/shared/problem.ts';

/** A row as somebody wants it kept. */
export type GivenRow = {
  readonly placementId: string;
  readonly version: number;
  /** Mark of the row as it was shown, where that is known. */
  readonly seen?: string | undefined;
  readonly typed: TypedMonth;
  readonly addToPlan: readonly MissedActivity[];
};

/** The row as it is kept. */
export type KeptRow = {
  readonly facts: ReportFacts;
  readonly version: number;
  readonly typed: TypedMonth;
  readonly plan: PlanVersion | null;
};

/** What becomes of a row that is given. */
export type TakenRow =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'keep'; readonly read: ReadMonth; readonly plan: PlanVersion | null };

type Taking = {
  readonly terms: Terms;
  readonly today: PlainDate;
  readonly locale: ProblemLocale;
  /** A short mark, the same for months that say the same. */
  readonly markOf: (typed: TypedMonth) => string;
};

/**
 * Takes up a row of the grid, whatever is typed in it. What says what is kept already, or what was shown, is nothing new,
 * whoever has changed it since. Else what was shown has to be what is kept, told by its mark or, without one, its version.
 */
export function takeRow(given: GivenRow, kept: KeptRow, { terms, today, locale, markOf }: Taking): TakenRow {
  const { facts } = kept;
  const closed = closedProblems({ facts, terms, today, locale });
  if (closed.length > 0) return { kind: 'refused', problems: closed };
  const read = readTyped(given.typed, { minuteStep: terms.minuteStep, locale });
  const mark = markOf(toTyped(read.content, read.unread));
  const keptMark = markOf(kept.typed);
  const isNew = given.addToPlan.length > 0 || (mark !== given.seen && mark !== keptMark);
  if (!isNew) return { kind: 'unchanged' };
  const isStale = given.seen === undefined ? given.version !== kept.version : given.seen !== keptMark;
  if (isStale) return { kind: 'conflict' };
  const added = addToPlan(given.addToPlan, { facts, plan: kept.plan, locale });
  return added.ok
    ? { kind: 'keep', read, plan: added.value.plan }
    : { kind: 'refused', problems: added.error };
}
