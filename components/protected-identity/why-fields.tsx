import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { LONGEST_WHY, type ProtectedReason } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface WhyFieldsProps {
  legend: string;
  reasons: readonly ProtectedReason[];
  attempt: KeptForm | null;
}

/** The reason, and own words where none fits. Nothing is chosen beforehand. */
export function WhyFields({ legend, reasons, attempt }: WhyFieldsProps) {
  const t = useTranslations('protected-identity');
  const problems = attempt?.problem.errors;
  return (
    <>
      <RadioGroup
        name="reason"
        legend={legend}
        chosen={attempt?.values['reason']}
        problems={problems}
        options={reasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
      />
      <Field name="why" label={t('why')} hint={t('whyHint')} optional problems={problems}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            maxLength={LONGEST_WHY}
            defaultValue={attempt?.values['why'] ?? ''}
          />
        )}
      </Field>
    </>
  );
}
