import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What each part of the form is filled in from: what was typed, else the version before. */
export type PlanFormParts = {
  readonly latest: StoredPlan | undefined;
  readonly typed: KeptForm['values'] | undefined;
  readonly problems: readonly FieldProblem[];
};
