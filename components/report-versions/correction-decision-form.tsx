import { useTranslations } from 'next-intl';
import { ReasonFields } from '#components/decision/reason-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { ReviewedCorrection } from '#lib/domain/report/report-history.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly correction: ReviewedCorrection;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** Approve or reject; either way it says what counts from then on. */
export function CorrectionDecisionForm({ correction, formKey, attempt }: Props) {
  const t = useTranslations('attest.review');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <form method="post" action="/api/review/corrections" className="grid gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`/review/corrections/${correction.id}`} />
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
      <ReasonFields hint={t('reasonHint')} attempt={attempt} />
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}
