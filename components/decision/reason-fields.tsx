import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly hint: string; readonly attempt: KeptForm | null };

/** Why a reviewer decides as they do: a code to count by, and words that the provider reads. */
export function ReasonFields({ hint, attempt }: Props) {
  const t = useTranslations('review.decide');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <>
      <Field name="reasonCode" label={t('reasonCode')} problems={problems} optional>
        {(control) => (
          <Select
            {...control}
            defaultValue={typed?.['reasonCode'] ?? ''}
            empty={t('pickReason')}
            options={REASON_CODES.map((code) => ({ value: code, label: t(`reasons.${code}`) }))}
          />
        )}
      </Field>
      <Field name="reason" label={t('reason')} hint={hint} problems={problems} optional>
        {(control) => <TextArea {...control} rows={5} maxLength={2000} defaultValue={typed?.['reason']} />}
      </Field>
    </>
  );
}
