import { useTranslations } from 'next-intl';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextArea, TextInput } from '#components/ui/inputs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly agreements: readonly { readonly id: string; readonly name: string }[];
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly today: PlainDate;
};

/** Declaring a data error: what went wrong, since when, what is right, and for which placements. */
export function DeclareForm({ agreements, attempt, formKey, today }: Props) {
  const t = useTranslations('placement-correction');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/admin/corrections', words: t('list.title') }]} here={t('form.title')} />
      <PageHeading title={t('form.title')} lead={t('form.lead')} />
      <form method="post" action="/api/corrections" className="grid max-w-measure gap-6">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back="/admin/corrections/new" />
        <Field name="what" label={t('form.what')} hint={t('form.whatHint')} problems={problems}>
          {(control) => <TextArea {...control} rows={4} maxLength={4000} defaultValue={typed?.['what']} />}
        </Field>
        <Field name="occurredOn" label={t('form.occurredOn')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              max={today}
              className="max-w-48"
              defaultValue={typed?.['occurredOn']}
            />
          )}
        </Field>
        <Field name="rows" label={t('form.rows')} hint={t('form.rowsHint')} problems={problems}>
          {(control) => <TextArea {...control} rows={10} spellCheck={false} defaultValue={typed?.['rows']} />}
        </Field>
        <Field name="level" label={t('form.level')} hint={t('form.levelHint')} problems={problems} optional>
          {(control) => (
            <Select
              {...control}
              defaultValue={typed?.['level'] ?? ''}
              empty={t('form.asInList')}
              options={LEVELS.map((level) => ({ value: level, label: level }))}
            />
          )}
        </Field>
        <Field
          name="agreementVersionId"
          label={t('form.agreement')}
          hint={t('form.agreementHint')}
          problems={problems}
          optional
        >
          {(control) => (
            <Select
              {...control}
              defaultValue={typed?.['agreementVersionId'] ?? ''}
              empty={t('form.asNow')}
              options={agreements.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
            />
          )}
        </Field>
        <div>
          <Button look="go">{t('form.submit')}</Button>
        </div>
      </form>
    </>
  );
}
