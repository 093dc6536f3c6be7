import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { FileInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { employersOf, fileKindsFor } from '#lib/domain/evidence/evidence.ts';
import type { StoredOutcome } from '#lib/domain/outcome/outcome-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly outcome: StoredOutcome;
  readonly today: PlainDate;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly back: string;
};

/** A file with what it shows: a native form, which works as it stands. */
export function UploadEvidenceForm({ outcome, today, attempt, formKey, back }: Props) {
  const t = useTranslations('evidence');
  const problems = attempt?.problem.errors;
  const value = (name: string): string => attempt?.values[name] ?? '';
  const employers = employersOf(outcome.spells);
  return (
    <form
      method="post"
      action={`/api/evidence/outcomes/${outcome.id}/upload`}
      encType="multipart/form-data"
      className="grid max-w-measure gap-5"
    >
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
      <Field
        name="file"
        label={t('upload.file')}
        hint={`${t('upload.fileHint')}${attempt === null ? '' : ` ${t('upload.again')}`}`}
        problems={problems}
      >
        {(control) => (
          <FileInput {...control} accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png" />
        )}
      </Field>
      <Field name="kind" label={t('upload.kind')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('kind')}
            empty={t('upload.pick')}
            options={fileKindsFor(outcome.type).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        )}
      </Field>
      <Field name="spell" label={t('upload.spell')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('spell') === '' ? '0' : value('spell')}
            options={employers.map(({ spell, employerName }) => ({
              value: String(spell),
              label: employerName,
            }))}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="from" label={t('upload.from')} problems={problems}>
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={value('from')} />}
        </Field>
        <Field name="through" label={t('upload.through')} hint={t('upload.throughHint')} problems={problems}>
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={value('through')} />}
        </Field>
      </div>
      <div>
        <Button look="go" icon="upload">
          {t('upload.submit')}
        </Button>
      </div>
    </form>
  );
}
