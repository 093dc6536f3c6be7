import type { TakenRow } from '#lib/domain/month-grid/take-row.ts';
import type { LoadedMonth } from '#lib/server/month/load-months.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { conflict, type FieldProblem, type Problem, type ProblemLocale } from '#lib/shared/problem.ts';

type Taken = { readonly placementId: string; readonly outcome: TakenRow };

/** Rows that somebody else has changed since they were shown, each at its place. Null: none. */
export function changedRows(
  taken: readonly Taken[],
  months: ReadonlyMap<string, LoadedMonth>,
): Problem | null {
  const problems = taken.flatMap(({ placementId, outcome }, index): FieldProblem[] => {
    const loaded = months.get(placementId);
    if (outcome.kind !== 'conflict' || loaded === undefined) return [];
    const { row, changedBy } = loaded;
    return [
      {
        pointer: pointerOf(['rows', index]),
        code: 'draftChanged',
        message: `${changedBy ?? 'Någon annan'} har ändrat månaden för ${row.participantName} sedan du öppnade den.`,
        fix: 'Välj vad som ska gälla och spara igen. Det du skrev är kvar.',
      },
    ];
  });
  return problems.length === 0 ? null : conflict(problems);
}

/** Rows that can no longer be filled in, each with why at its place. */
export function refusedRows(taken: readonly Taken[]): readonly FieldProblem[] {
  return taken.flatMap(({ outcome }, index) =>
    outcome.kind === 'refused'
      ? outcome.problems.map((problem) => ({
          ...problem,
          pointer: `${pointerOf(['rows', index])}${problem.pointer}`,
        }))
      : [],
  );
}

export function notInReach(locale: ProblemLocale): FieldProblem {
  return locale === 'sv'
    ? {
        pointer: '',
        code: 'notInReach',
        message: 'Deltagaren finns inte längre bland dina den här månaden.',
        fix: 'Fråga kollegan som har tagit över. Det du skrev är inte sparat.',
      }
    : {
        pointer: '',
        code: 'notInReach',
        message: 'The participant is no longer among yours this month.',
        fix: 'Ask the colleague who has taken over. What you wrote is not saved.',
      };
}
