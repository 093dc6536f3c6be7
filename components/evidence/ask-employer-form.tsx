import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import type { EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: EvidencePage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly back: string;
};

/** Whom to ask about which spell. Of somebody with a protected identity nobody is asked, and it says why. */
export function AskEmployerForm({ page, attempt, formKey, back }: Props) {
  const t = useTranslations('evidence.ask');
  const locale = useLocale();
  const { outcome, isProtected } = page;
  const who = answererInWords(outcome.type);
  if (isProtected) return <Notice tone="stop">{t('protected', { who })}</Notice>;
  const problems = attempt?.problem.errors;
  const value = (name: string, otherwise = ''): string => attempt?.values[name] ?? otherwise;
  return (
    <form method="post" action="/api/employer-confirmations/ask" className="grid max-w-measure gap-5">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={back} />
      <input type="hidden" name="outcomeId" value={outcome.id} />
      <p className="text-ink-2">{t('lead', { who })}</p>
      <Field name="employment" label={t('spell', { who })} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('employment', '0')}
            options={outcome.spells.map(({ employerName, from, extentPercent }, index) => ({
              value: String(index),
              label: t('option', {
                employer: employerName,
                from: formatDate(from, locale),
                percent: extentPercent,
              }),
            }))}
          />
        )}
      </Field>
      <Field name="contactName" label={t('contactName')} hint={t('contactHint', { who })} problems={problems}>
        {(control) => <TextInput {...control} autoComplete="off" defaultValue={value('contactName')} />}
      </Field>
      <Field name="email" label={t('email', { who })} problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={value('email')}
          />
        )}
      </Field>
      <Field name="locale" label={t('locale')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('locale', 'sv')}
            options={(['sv', 'en'] as const).map((one) => ({ value: one, label: t(one) }))}
          />
        )}
      </Field>
      <div>
        <Button>{t('submit')}</Button>
      </div>
    </form>
  );
}
