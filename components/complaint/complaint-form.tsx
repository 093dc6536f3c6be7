import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextArea, TextInput } from '#components/ui/inputs.tsx';
import { COMPLAINT_CATEGORIES, COMPLAINT_FROM, LONGEST_COMPLAINT } from '#lib/domain/complaint/complaint.ts';
import type { ComplaintList } from '#lib/domain/complaint/complaint-list.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ComplaintList;
  readonly today: PlainDate;
  readonly attempt: KeptForm | null;
  readonly back: string;
  readonly newKey: () => string;
};

/** Writes a complaint down: from whom, about what, in which words. */
export function ComplaintForm({ list, today, attempt, back, newKey }: Props) {
  const t = useTranslations('review-insight.complaints');
  const problems = attempt?.problem.errors;
  const value = (name: string): string | undefined => attempt?.values[name];
  return (
    <form method="post" action="/api/complaints" className="grid max-w-[760px] gap-6">
      <FormBasis formKey={attempt?.idempotencyKey ?? newKey()} back={back} />
      <input type="hidden" name="providerId" value={list.providerId} />
      <RadioGroup
        name="from"
        legend={t('fromWhom')}
        chosen={value('from')}
        problems={problems}
        options={COMPLAINT_FROM.map((from) => ({ value: from, label: capitalFirst(t(`from.${from}`)) }))}
      />
      <Field name="category" label={t('what')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            className="max-w-96"
            defaultValue={value('category') ?? ''}
            empty={t('choose')}
            options={COMPLAINT_CATEGORIES.map((one) => ({ value: one, label: t(`category.${one}`) }))}
          />
        )}
      </Field>
      <Field name="receivedOn" label={t('receivedOn')} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            className="max-w-56"
            defaultValue={value('receivedOn') ?? today}
          />
        )}
      </Field>
      <Field name="officeId" label={t('office')} problems={problems} optional>
        {(control) => (
          <Select
            {...control}
            className="max-w-96"
            defaultValue={value('officeId') ?? ''}
            empty={t('wholeProvider')}
            options={list.offices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Field>
      <Field name="reference" label={t('reference')} hint={t('referenceHint')} problems={problems} optional>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-56"
            defaultValue={value('reference')}
          />
        )}
      </Field>
      <Field name="words" label={t('words')} hint={t('wordsHint')} problems={problems}>
        {(control) => (
          <TextArea {...control} rows={6} maxLength={LONGEST_COMPLAINT} defaultValue={value('words')} />
        )}
      </Field>
      <div>
        <Button look="go">{t('submit')}</Button>
      </div>
    </form>
  );
}
