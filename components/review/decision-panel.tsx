import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DecisionForm } from '#components/review/decision-form.tsx';
import { DecisionHistory } from '#components/review/decision-history.tsx';
import { DecisionState } from '#components/review/decision-state.tsx';
import { ReopenForm } from '#components/review/reopen-form.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly attempt: KeptForm | null;
  readonly reopenAttempt: KeptForm | null;
  readonly personId: string;
  readonly formKey: string;
};

/** Beside the facts: who has the report, the decision, and the decisions there have been. */
export function DecisionPanel(props: Props) {
  const { report, personId, formKey } = props;
  const t = useTranslations('review');
  return (
    <div className="grid gap-6 lg:sticky lg:top-4">
      <Card title={t('decide.title')}>
        <div className="grid gap-4">
          <DecisionState report={report} />
          <What {...props} />
        </div>
      </Card>
      {awaitsDecision(report.status) &&
        !report.ownSubmission &&
        (report.takenByPersonId ?? personId) === personId && (
          <TakenForm report={report} taken={report.takenByPersonId !== null} formKey={formKey} />
        )}
      {!report.ownSubmission && report.effects.reopen !== undefined && (
        <ReopenForm
          report={report}
          effect={report.effects.reopen}
          attempt={props.reopenAttempt}
          formKey={formKey}
        />
      )}
      <DecisionHistory report={report} />
    </div>
  );
}

function What({ report, attempt, personId, formKey }: Props): ReactNode {
  const t = useTranslations('review');
  const words = useTranslations('review-decision');
  if (!awaitsDecision(report.status)) {
    return (
      <Notice tone="ok" action={<LinkAction href="/review">{t('decide.next')}</LinkAction>}>
        {t('decide.done', { status: t(`report.status.${report.status}`).toLowerCase() })}{' '}
        {t('decide.doneNext')}
      </Notice>
    );
  }
  if (report.ownSubmission) return <Notice tone="warn">{t('decide.own')}</Notice>;
  if (report.ownDecision) return <Notice tone="warn">{words('reconsider.own')}</Notice>;
  if (report.takenByPersonId !== null && report.takenByPersonId !== personId) {
    return <Notice tone="wait">{t('decide.taken', { name: report.takenByName ?? '' })}</Notice>;
  }
  const form = <DecisionForm report={report} attempt={attempt} formKey={formKey} />;
  // Nothing more is asked of a reviewer before the provider has been able to answer.
  if (report.reply !== 'waiting') return form;
  return (
    <DisclosureMore summary={words('proposed.decideAnyway')} open={attempt !== null}>
      {form}
    </DisclosureMore>
  );
}

type TakenProps = { readonly report: ReviewedReportPage; readonly taken: boolean; readonly formKey: string };

/** Taking a report, or putting it back. */
function TakenForm({ report, taken, formKey }: TakenProps) {
  const t = useTranslations('review.report');
  return (
    <form
      method="post"
      action={taken ? '/api/review/hand-back' : '/api/review/take'}
      className="grid justify-items-start gap-2"
    >
      <FormBasis formKey={`${formKey}-take`} back={`/review/${report.id}`} />
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <p className="text-ink-2">{taken ? t('takenByYou') : t('free')}</p>
      <Button look="plain">{taken ? t('handBack') : t('take')}</Button>
    </form>
  );
}
