import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import type { FieldProblem } from '#lib/shared/problem.ts';

export interface FieldErrorProps {
  id: string;
  problems: readonly FieldProblem[];
}

/** What is wrong with a field and what to do about it, in the words of the error summary. Nothing when all is well. */
export function FieldError({ id, problems }: FieldErrorProps) {
  const t = useTranslations('ui.errors');
  if (problems.length === 0) return null;
  return (
    <div id={id} className="my-1 grid gap-1 font-medium text-stop">
      {problems.map((problem) => (
        <p key={`${problem.pointer} ${problem.code}`} className="flex gap-2 leading-snug">
          <Icon name="stop" className="mt-0.5" />
          <span>
            <span className="sr-only">{t('mark')} </span>
            {problem.message}
            {problem.fix !== undefined && <span className="font-normal"> {problem.fix}</span>}
          </span>
        </p>
      ))}
    </div>
  );
}
