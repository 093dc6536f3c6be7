import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { EMPLOYER_KINDS } from '#lib/domain/outcome/outcome.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly index: number;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  readonly today: PlainDate;
};

/** One stretch of work or studies; a row that nothing is written in is left out. */
export function SpellFields({ index, values, problems, today }: Props) {
  const t = useTranslations('outcome.form');
  const name = (field: string): string => `spells.${index}.${field}`;
  const value = (field: string): string => values[name(field)] ?? '';
  return (
    <fieldset className="grid items-start gap-4 border-t border-line pt-4 sm:grid-cols-2 lg:grid-cols-3">
      <legend className="pe-3 font-medium">{t('spell', { number: index + 1 })}</legend>
      <Field name={name('from')} label={t('first')} problems={problems}>
        {(control) => <TextInput {...control} type="date" max={today} defaultValue={value('from')} />}
      </Field>
      <Field name={name('through')} label={t('last')} hint={t('lastHint')} problems={problems} optional>
        {(control) => <TextInput {...control} type="date" defaultValue={value('through')} />}
      </Field>
      <Field name={name('extentPercent')} label={t('extent')} problems={problems}>
        {(control) => <NumberInput {...control} defaultValue={value('extentPercent')} />}
      </Field>
      <Field name={name('employerKind')} label={t('employerKind')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('employerKind') === '' ? 'organisation' : value('employerKind')}
            options={EMPLOYER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        )}
      </Field>
      <Field name={name('employerOrgNo')} label={t('orgNo')} hint={t('orgNoHint')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value('employerOrgNo')}
          />
        )}
      </Field>
      <Field name={name('employerName')} label={t('employerName')} problems={problems}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={value('employerName')} />}
      </Field>
    </fieldset>
  );
}
