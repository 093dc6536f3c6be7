import { useTranslations } from 'next-intl';
import { LiveAdvice } from '#components/final-report/live-advice.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ASKED, type Question } from '#lib/domain/final-report/questions.ts';
import { LONGEST_ANSWER } from '#lib/domain/final-report/final-report.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly name: string;
  readonly question: Question;
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
  readonly hint?: string;
  /** Words for where the answer stands, beside its question. */
  readonly part?: string;
  readonly planned?: readonly string[];
};

/** A question to be answered in words, with an example for who wants one, and advice while it is written. */
export function AnswerField({ name, question, value, problems, hint, part, planned = [] }: Props) {
  const t = useTranslations('final-report');
  const locale = useStaffLocale();
  const { question: asked, example } = ASKED[question];
  return (
    <div className="grid gap-1">
      <Field
        name={name}
        label={
          <>
            {asked[locale]}
            {part !== undefined && <span className="sr-only"> {part}</span>}
          </>
        }
        hint={hint}
        problems={problems}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            maxLength={LONGEST_ANSWER}
            defaultValue={value(name)}
            data-where={`${part === undefined ? '' : `${part}, `}”${asked[locale]}”`}
          />
        )}
      </Field>
      <LiveAdvice name={name} question={question} planned={planned} title={t('advice')} />
      <DisclosureMore summary={t('example')} className="text-sm">
        <p className="max-w-measure text-ink-2">{t('example_of', { text: example[locale] })}</p>
      </DisclosureMore>
    </div>
  );
}
