import { useTranslations } from 'next-intl';
import { effectOption } from '#components/effect/effect-option.tsx';
import { DecisionEffects } from '#components/review/decision-effects.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** The decision with the kronor of each way to go. */
export function DecisionForm({ report, attempt, formKey }: Props) {
  const t = useTranslations('review.decide');
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  return (
    <form method="post" action="/api/review/decide" className="grid gap-4">
      <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? formKey} />
      <input type="hidden" name="back" value={`/review/${report.id}`} />
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <RadioGroup
        name="decision"
        legend={
          <>
            {t('legend')} <Example />
          </>
        }
        ruled
        chosen={typed?.['decision']}
        problems={problems}
        options={[
          {
            value: 'approve',
            label: t('approve'),
            ...effectOption(t('approveHint'), report.effects.approve),
          },
          { value: 'return', label: t('return'), ...effectOption(t('returnHint'), report.effects.return) },
          { value: 'reject', label: t('reject'), ...effectOption(t('rejectHint'), report.effects.reject) },
        ]}
      />
      <DecisionEffects effects={report.effects} />
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
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={problems} optional>
        {(control) => <TextArea {...control} rows={5} maxLength={2000} defaultValue={typed?.['reason']} />}
      </Field>
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}
