import { activityName } from '#lib/domain/activity/activity.ts';
import type { AddedActivity, PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { sensitiveParts, type SensitivePart } from '#lib/domain/text/sensitive-words.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Code of what is only pointed out: the plan is saved all the same when its maker says so. */
export const REMARK = 'sensitiveWords';

/**
 * What to look at once more before a plan is saved: identity numbers and words of health in its texts (service description
 * section 5). A warning, never a refusal; one for each part of the form.
 */
export function planRemarks(plan: PlanVersion): readonly FieldProblem[] {
  return [
    ...remark('/field', [{ where: 'Området', text: plan.field }]),
    ...remark('/goal', [{ where: 'Målet', text: plan.goal }]),
    ...remark('/activities', plan.activities.map(told)),
    ...remark(
      '/parties',
      plan.parties.map(({ name, role, task }) => ({ where: name, text: `${name}\n${role}\n${task}` })),
    ),
  ];
}

/** The same for an activity that is added. */
export function activityRemarks(added: AddedActivity): readonly FieldProblem[] {
  return remark('/purpose', [told(added)]);
}

type Told = { readonly where: string; readonly text: string };

function told({ activity, purpose, goal }: AddedActivity): Told {
  return { where: activityName(activity), text: `${purpose}\n${goal}` };
}

const KINDS: Record<SensitivePart['kind'], string> = {
  identityNumber: 'ser ut som ett personnummer',
  health: 'kan säga något om någons hälsa',
};

function remark(pointer: string, texts: readonly Told[]): readonly FieldProblem[] {
  const found = texts.flatMap(({ where, text }) =>
    sensitiveParts(text).map(({ kind, words }) => `${where}: ”${words}” ${KINDS[kind]}.`),
  );
  if (found.length === 0) return [];
  const fix =
    'Ta bort det om det går att förstå utan. Annars bekräftar du sist i formuläret att det ska stå kvar.';
  return [{ pointer, code: REMARK, message: found.join(' '), fix }];
}
