import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DecisionForm } from '#components/review/decision-form.tsx';
import { ReopenForm } from '#components/review/reopen-form.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { awaitsDecision } from '#lib/domain/review/decide-report.ts';
import { isReasonCode } from '#lib/domain/review/reason-code.ts';
import type {
  EarlierDecision,
  ReviewedReportPage,
  ShownReopening,
} from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Ore } from '#lib/shared/money.ts';

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
        <What {...props} />
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
      {report.reopenings.length + report.decisions.length > 0 && (
        <Card title={t('report.decisions')}>
          <ul className="grid gap-4">
            {report.reopenings.map((reopening) => (
              <Reopening key={reopening.id} reopening={reopening} />
            ))}
            {report.decisions.map((decision) => (
              <Decision key={decision.decidedAt} decision={decision} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function What({ report, attempt, personId, formKey }: Props): ReactNode {
  const t = useTranslations('review');
  if (!awaitsDecision(report.status)) {
    return (
      <Notice tone="ok" action={<LinkAction href="/review">{t('decide.next')}</LinkAction>}>
        {t('decide.done', { status: t(`report.status.${report.status}`).toLowerCase() })}{' '}
        {t('decide.doneNext')}
      </Notice>
    );
  }
  if (report.ownSubmission) return <Notice tone="warn">{t('decide.own')}</Notice>;
  if (report.takenByPersonId !== null && report.takenByPersonId !== personId) {
    return <Notice tone="wait">{t('decide.taken', { name: report.takenByName ?? '' })}</Notice>;
  }
  return <DecisionForm report={report} attempt={attempt} formKey={formKey} />;
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

function Decision({ decision }: { readonly decision: EarlierDecision }) {
  const t = useTranslations('review.decide');
  const { decision: kind, reasonCode, reason, decidedAt, decidedByName, effectOre } = decision;
  return (
    <li>
      <b>{t('by', { decision: t(`kind.${kind}`), name: decidedByName ?? t('automatic') })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(decidedAt)} />
      </span>
      {isReasonCode(reasonCode) && <p className="mt-1">{t(`reasons.${reasonCode}`)}</p>}
      {reason !== null && <p className="mt-1 whitespace-pre-line text-ink-2">{reason}</p>}
      {effectOre !== null && <Changed effectOre={effectOre} />}
    </li>
  );
}

function Reopening({ reopening }: { readonly reopening: ShownReopening }) {
  const t = useTranslations('review.reopen');
  const { kind, reason, effectOre, reopenedAt, reopenedByName } = reopening;
  return (
    <li>
      <b>{t(`was.${kind}`, { name: reopenedByName })}</b>
      <span className="block text-xs text-ink-3">
        <InstantText instant={new Date(reopenedAt)} />
      </span>
      <p className="mt-1 whitespace-pre-line text-ink-2">{reason}</p>
      <Changed effectOre={effectOre} />
    </li>
  );
}

function Changed({ effectOre }: { readonly effectOre: Ore }) {
  const t = useTranslations('review.reopen');
  return (
    <p className="mt-1 text-xs text-ink-3">
      {t.rich('changed', { amount: () => <Amount value={effectOre} signed exact /> })}
    </p>
  );
}
