import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextArea, TextInput } from '#components/ui/inputs.tsx';
import { EXPERIENCE_KINDS, type Experience } from '#lib/domain/experience/experience.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly placementId: string;
  /** The page with the form. */
  readonly back: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  /** What is changed; null for something new. */
  readonly item: Experience | null;
};

/** Writes down something new, or a new version of what there is. */
export function ExperienceForm({ placementId, back, formKey, attempt, item }: Props) {
  const t = useTranslations('own-experience');
  const problems = attempt?.problem.errors;
  const valueOf = (name: 'kind' | 'what' | 'place' | 'fromYear' | 'toYear' | 'note') =>
    attempt?.values[name] ?? String(item?.[name] ?? '');
  return (
    <form method="post" action="/api/experience" className="grid gap-4 sm:grid-cols-2">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
      <input type="hidden" name="placementId" value={placementId} />
      {item === null ? (
        <Field name="kind" label={t('kind')} problems={problems} className="sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              defaultValue={valueOf('kind')}
              options={EXPERIENCE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
          )}
        </Field>
      ) : (
        <>
          <input type="hidden" name="kind" value={item.kind} />
          <input type="hidden" name="threadId" value={item.threadId} />
          <input type="hidden" name="seen" value={item.number} />
        </>
      )}
      <Field name="what" label={t('what')} problems={problems}>
        {(control) => <TextInput {...control} defaultValue={valueOf('what')} maxLength={120} />}
      </Field>
      <Field name="place" label={t('place')} hint={t('placeHint')} optional problems={problems}>
        {(control) => <TextInput {...control} defaultValue={valueOf('place')} maxLength={120} />}
      </Field>
      <Field name="fromYear" label={t('fromYear')} optional problems={problems}>
        {(control) => <TextInput {...control} inputMode="numeric" defaultValue={valueOf('fromYear')} />}
      </Field>
      <Field name="toYear" label={t('toYear')} hint={t('toYearHint')} optional problems={problems}>
        {(control) => <TextInput {...control} inputMode="numeric" defaultValue={valueOf('toYear')} />}
      </Field>
      <Field
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        optional
        problems={problems}
        className="sm:col-span-2"
      >
        {(control) => <TextArea {...control} rows={2} defaultValue={valueOf('note')} maxLength={500} />}
      </Field>
      <Button className="justify-self-start">{t('save')}</Button>
    </form>
  );
}
