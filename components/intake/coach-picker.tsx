import { useLoadWords, useShareWords } from '#components/intake/load-words.ts';
import { RadioGroup } from '#components/ui/choices.tsx';
import type { Workload } from '#lib/domain/intake/workload.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly coaches: readonly Workload[];
  readonly most: number;
  readonly chosen?: string | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
};

/** One of the coaches, each with their load before anybody is chosen. */
export function CoachPicker({ name, legend, hint, coaches, most, chosen, problems }: Props) {
  const words = useLoadWords();
  const share = useShareWords();
  return (
    <RadioGroup
      name={name}
      legend={legend}
      hint={hint}
      ruled
      chosen={chosen}
      problems={problems}
      options={coaches.map((coach) => ({
        value: coach.personId,
        label: coach.name,
        hint: [`${words.counts(coach)}.`, words.more(coach, most)].filter(Boolean).join(' '),
        aside: share(coach, most),
      }))}
    />
  );
}
