import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Checkbox, RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, TextArea, TextInput } from '#components/ui/inputs.tsx';
import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import type { AskedConfirmation } from '#lib/domain/evidence/confirmation.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly asked: AskedConfirmation;
  /** It goes in the form, so that no address but the link's own page holds it. */
  readonly secret: string;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly today: PlainDate;
};

/** The employer's or the school's answer: one form without script, whose second part is only for those who correct something. */
export function ConfirmForm({ asked, secret, attempt, formKey, today }: Props) {
  const t = useTranslations('evidence.confirm');
  const locale = useLocale();
  const problems = attempt?.problem.errors;
  const value = (name: string, otherwise = ''): string => attempt?.values[name] ?? otherwise;
  const { employerName, from, to, extentPercent } = asked;
  const who = answererInWords(asked.type);
  return (
    <form method="post" action="/api/employer-confirmations/answer" className="grid max-w-measure gap-6">
      <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? formKey} />
      <input type="hidden" name="secret" value={secret} />
      <input type="hidden" name="locale" value={locale} />
      <RadioGroup
        name="answer"
        legend={t('answer')}
        ruled
        chosen={attempt?.values['answer']}
        problems={problems}
        options={[
          { value: 'confirmed', label: t('confirmed'), hint: t('confirmedHint') },
          { value: 'corrected', label: t('corrected', { who }), hint: t('correctedHint') },
          { value: 'denied', label: t('denied') },
        ]}
      />
      <fieldset className="grid gap-5 border-s-4 border-line ps-4">
        <legend className="font-medium">{t('correction')}</legend>
        <p className="text-ink-2">{t('correctionHint')}</p>
        <Field name="from" label={t('correctFrom')} problems={problems} optional>
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={value('from', from)} />}
        </Field>
        <Field name="through" label={t('correctThrough', { who })} problems={problems} optional>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              defaultValue={value('through', to === null ? '' : addDays(to, -1))}
            />
          )}
        </Field>
        <Field name="extentPercent" label={t('correctExtent')} problems={problems} optional>
          {(control) => (
            <NumberInput {...control} defaultValue={value('extentPercent', String(extentPercent))} />
          )}
        </Field>
      </fieldset>
      <Field name="text" label={t('text')} hint={t('textHint')} problems={problems} optional>
        {(control) => <TextArea {...control} rows={3} maxLength={1000} defaultValue={value('text')} />}
      </Field>
      <fieldset className="grid gap-5">
        <legend className="text-lg font-bold">{t('you')}</legend>
        <Field name="name" label={t('name')} problems={problems}>
          {(control) => (
            <TextInput {...control} autoComplete="name" maxLength={100} defaultValue={value('name')} />
          )}
        </Field>
        <Field name="role" label={t('role', { who })} hint={t('roleHint', { who })} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization-title"
              maxLength={100}
              defaultValue={value('role')}
            />
          )}
        </Field>
        <Checkbox
          name="speaksFor"
          label={t('speaksFor', { employer: employerName })}
          problems={problems}
          defaultChecked={attempt?.values['speaksFor'] === 'on'}
        />
      </fieldset>
      <div className="grid gap-3">
        <p className="text-ink-2">{t('once')}</p>
        <div>
          <Button look="go" big>
            {t('submit')}
          </Button>
        </div>
        <p className="text-ink-2">{t('wrong', { employer: employerName })}</p>
      </div>
    </form>
  );
}
