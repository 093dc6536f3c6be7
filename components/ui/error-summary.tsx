import { useTranslations } from 'next-intl';
import { fieldId } from '#components/ui/field-id.ts';
import { FocusOnArrival } from '#components/ui/focus-on-arrival.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { FieldProblem } from '#lib/shared/problem.ts';

export interface ErrorSummaryProps {
  problems: readonly FieldProblem[];
  /** Said instead of the number of faults, where the whole was refused. */
  title?: string | undefined;
}

const ID = 'error-summary';

/** Everything that is wrong, above h1, in the words that stand at each field and leading there. Takes focus. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const t = useTranslations('ui.errors');
  if (problems.length === 0 && title === undefined) return null;
  return (
    <section
      id={ID}
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript nothing else tells that sending failed
      autoFocus
      aria-labelledby={`${ID}-title`}
      className="mb-6 max-w-[760px] rounded-md border-2 border-stop bg-sheet px-6 py-4"
    >
      <h2 id={`${ID}-title`} className="flex items-start gap-2 text-lg text-stop">
        <Icon name="stop" className="mt-1" />
        {title ?? t('title', { count: problems.length })}
      </h2>
      {problems.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {problems.map((problem) => (
            <li key={`${problem.pointer} ${problem.row ?? ''} ${problem.code}`}>
              {problem.pointer === '' ? (
                problem.message
              ) : (
                <a href={`#${fieldId(problem.pointer)}`} className="font-medium text-stop">
                  {problem.message}
                </a>
              )}
              {problem.fix !== undefined && <span> {problem.fix}</span>}
            </li>
          ))}
        </ul>
      )}
      <FocusOnArrival target={ID} of={problems.map((problem) => problem.pointer + problem.code).join()} />
    </section>
  );
}
