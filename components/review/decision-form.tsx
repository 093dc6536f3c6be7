import { useTranslations } from 'next-intl';
import { ReasonFields } from '#components/decision/reason-fields.tsx';
import { effectOption } from '#components/effect/effect-option.tsx';
import { DecisionEffects } from '#components/review/decision-effects.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
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
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`/review/${report.id}`} />
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
      <ReasonFields hint={t('reasonHint')} attempt={attempt} />
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}
