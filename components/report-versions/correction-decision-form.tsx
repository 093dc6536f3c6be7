import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import type { ReviewedCorrection } from '#lib/domain/report/report-history.ts';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly correction: ReviewedCorrection;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** Approve or reject; either way it says what counts from then on. */
export function CorrectionDecisionForm({ correction, formKey, attempt }: Props) {
  const t = useTranslations('attest.review');
  const reasons = useTranslations('review.decide.reasons');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <form method="post" action="/api/review/corrections" className="grid gap-4">
      <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? formKey} />
      <input type="hidden" name="back" value={`/review/corrections/${correction.id}`} />
      <input type="hidden" name="correctionId" value={correction.id} />
      <input type="hidden" name="version" value={correction.version} />
      <RadioGroup
        name="decision"
        legend={t('legend')}
        ruled
        chosen={typed?.['decision']}
        problems={problems}
        options={[
          { value: 'approve', label: t('approve'), hint: t('approveHint') },
          { value: 'reject', label: t('reject'), hint: t('rejectHint') },
        ]}
      />
      <Field name="reasonCode" label={t('reasonCode')} problems={problems} optional>
        {(control) => (
          <Select
            {...control}
            defaultValue={typed?.['reasonCode'] ?? ''}
            empty={t('pickReason')}
            options={REASON_CODES.map((code) => ({ value: code, label: reasons(code) }))}
          />
        )}
      </Field>
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems} optional>
        {(control) => <TextArea {...control} rows={4} maxLength={2000} defaultValue={typed?.['reason']} />}
      </Field>
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}
