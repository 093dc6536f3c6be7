import { useLocale, useTranslations } from 'next-intl';
import { ReasonFields } from '#components/decision/reason-fields.tsx';
import { effectOption } from '#components/effect/effect-option.tsx';
import { DecisionEffects } from '#components/review/decision-effects.tsx';
import { Example } from '#components/ui/amount.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** What rows and verdicts that stand elsewhere on the page belong to. */
export const DECISION_FORM = 'decision-form';

/** The decision with the kronor of each way to go; rows and verdicts stand where they are read and belong to this form. */
export function DecisionForm({ report, attempt, formKey }: Props) {
  const t = useTranslations('review-decision');
  const legend = useTranslations('review.decide');
  return (
    <form id={DECISION_FORM} method="post" action="/api/review/decide" className="grid gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`/review/${report.id}`} />
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <RadioGroup
        name="decision"
        legend={
          <>
            {legend('legend')} <Example />
          </>
        }
        ruled
        chosen={attempt?.values['decision']}
        problems={attempt?.problem.errors}
        options={useChoices(report)}
      />
      <DecisionEffects effects={report.effects} />
      <ReasonFields hint={t('reasonHint')} attempt={attempt} />
      <Button look="go" big>
        {t('submit')}
      </Button>
    </form>
  );
}

/** Only the ways that are open: what counts as approved is not returned, and a rejection is proposed before it is final. */
function useChoices({ effects, days, reply, noActivityReason }: ReviewedReportPage) {
  const t = useTranslations('review-decision.choice');
  const locale = useLocale();
  const option = (value: 'approve' | 'approveFewer' | 'return' | 'proposeReject' | 'reject', day = '') => ({
    value,
    id: `decision-${value}`,
    label: t(value),
    ...effectOption(t(`${value}Hint`, { day }), effects[value === 'approveFewer' ? 'approve' : value]),
  });
  const inWords = (day: typeof days.replyBy) => dateInWords(day, locale, 'weekday');
  return [
    option('approve'),
    ...(noActivityReason === null ? [option('approveFewer')] : []),
    ...(effects.return === undefined ? [] : [option('return', inWords(days.completeBy))]),
    ...(reply === 'none' ? [option('proposeReject', inWords(days.replyBy))] : []),
    ...(reply === 'answered' || reply === 'over' ? [option('reject')] : []),
  ];
}
