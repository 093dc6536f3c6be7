import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { EMPLOYMENT_FORMS } from '#lib/domain/final-report/final-report.ts';
import { WORK_FIELDS } from '#lib/domain/final-report/work-fields.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  /** From 0. */
  readonly number: number;
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

/** One job: where in working life, as what, how and how much. */
export function JobFields({ number, value, problems }: Props) {
  const t = useTranslations('final-report');
  const name = (field: string): string => `content.jobs.${number}.${field}`;
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{t('job', { number: number + 1 })}</legend>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <Field name={name('field')} label={t('field')} problems={problems}>
          {(control) => (
            <Select
              {...control}
              empty={t('choose')}
              defaultValue={value(name('field'))}
              options={WORK_FIELDS.map((field) => ({ value: field, label: field }))}
            />
          )}
        </Field>
        <Field name={name('group')} label={t('group')} hint={t('groupHint')} problems={problems}>
          {(control) => <TextInput {...control} maxLength={200} defaultValue={value(name('group'))} />}
        </Field>
        <Field name={name('form')} label={t('form')} problems={problems}>
          {(control) => (
            <Select
              {...control}
              empty={t('choose')}
              defaultValue={value(name('form'))}
              options={EMPLOYMENT_FORMS.map((form) => ({ value: form, label: t(`forms.${form}`) }))}
            />
          )}
        </Field>
        <Field name={name('extent')} label={t('extent')} problems={problems}>
          {(control) => <NumberInput {...control} defaultValue={value(name('extent'))} />}
        </Field>
      </div>
    </fieldset>
  );
}
