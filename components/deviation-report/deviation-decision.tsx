import { useTranslations } from 'next-intl';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import type { Deviation, DeviationDecision, DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';

/** What follows of it, where something does. */
export function DeviationDecisionFields({
  value,
  problems,
}: DecisionFieldsProps<Deviation, DeviationFacts, DeviationDecision>) {
  const t = useTranslations('deviation-report');
  return (
    <Field name="answer.next" label={t('next')} hint={t('nextHint')} problems={problems} optional>
      {(control) => <TextArea {...control} rows={3} maxLength={2000} defaultValue={value('answer.next')} />}
    </Field>
  );
}

export function DeviationDecided({ decision: { next } }: { readonly decision: DeviationDecision }) {
  const t = useTranslations('deviation-report');
  return next === '' ? null : (
    <p className="whitespace-pre-line">
      <b>{t('next')}</b> {next}
    </p>
  );
}
