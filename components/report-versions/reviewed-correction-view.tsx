import { useTranslations } from 'next-intl';
import { CorrectionDecisionForm } from '#components/report-versions/correction-decision-form.tsx';
import { ContentTable } from '#components/report-versions/content-table.tsx';
import { DifferenceTable } from '#components/report-versions/difference-table.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText, InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { findingWords } from '#lib/domain/report/check-words.ts';
import type { ReviewedCorrection } from '#lib/domain/report/report-history.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly correction: ReviewedCorrection;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** A correction beside the approved report: what differs, why, what the checks found, and the decision. */
export function ReviewedCorrectionView({ correction, formKey, attempt }: Props) {
  const t = useTranslations('attest.review');
  const locale = useStaffLocale();
  const { participantName, month, before, content, reportId } = correction;
  const heading = t('heading', { name: participantName, month: formatMonth(month, locale) });
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={[{ href: '/review/corrections', words: t('nav') }]} here={heading} />
      <PageHeading title={heading} />
      <Facts correction={correction} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-8">
          <section aria-labelledby="why">
            <h2 id="why" className="mb-2 text-lg">
              {t('why')}
            </h2>
            <p className="max-w-measure whitespace-pre-line">{correction.reason}</p>
          </section>
          <section aria-labelledby="difference">
            <h2 id="difference" className="mb-3 text-lg">
              {t('difference')}
            </h2>
            <Sheet className="p-5 max-md:px-4">
              <DifferenceTable before={before} after={content} />
            </Sheet>
          </section>
          <Findings correction={correction} />
          <section aria-labelledby="report">
            <h2 id="report" className="mb-1 text-lg">
              {t('report')}
            </h2>
            <TextLink href={`/review/${reportId}`}>{t('openReport')}</TextLink>
            <DisclosureMore summary={t('showReport')} className="mt-1">
              <ContentTable content={before} />
            </DisclosureMore>
          </section>
        </div>
        <Card title={t('decision')}>
          <Decision correction={correction} formKey={formKey} attempt={attempt} />
        </Card>
      </div>
    </>
  );
}

function Facts({ correction }: Pick<Props, 'correction'>) {
  const t = useTranslations('attest.review');
  const { providerName, officeName, submittedByName, submittedAt, decideBy } = correction;
  return (
    <DescriptionList
      layout="line"
      facts={[
        { term: t('provider'), detail: `${providerName}, ${officeName}` },
        { term: t('sentBy'), detail: submittedByName },
        { term: t('sentAt'), detail: <InstantText instant={new Date(submittedAt)} /> },
        { term: t('decideBy'), detail: <DateText date={decideBy} style="weekday" /> },
      ]}
    />
  );
}

function Findings({ correction: { findings, risk } }: Pick<Props, 'correction'>) {
  const t = useTranslations('review.report');
  const locale = useStaffLocale();
  return (
    <section aria-labelledby="findings">
      <h2 id="findings" className="mb-2 text-lg">
        {t('findings')}
      </h2>
      {risk > 0 && <p className="text-sm text-ink-2">{t('risk', { risk })}</p>}
      {findings.length === 0 ? (
        <p className="text-ink-2">{t('noFindings')}</p>
      ) : (
        <ul className="grid gap-2">
          {findings.map(({ code, severity, facts }) => (
            <li key={code} className="flex max-w-measure gap-3">
              <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
              <span>
                {findingWords({ code, facts }, locale).message}{' '}
                <small className="text-ink-2">{t(severity === 'hold' ? 'mustBeSeen' : 'raisesRisk')}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decision({ correction, formKey, attempt }: Props) {
  const t = useTranslations('attest.review');
  const { status, ownSubmission, reportStatus, decisionReason } = correction;
  if (status === 'submitted') {
    if (ownSubmission) return <Notice tone="warn">{t('own')}</Notice>;
    return (
      <>
        {reportStatus !== 'approved' && (
          <Notice tone="warn" className="mb-4">
            {t('notApproved')}
          </Notice>
        )}
        <CorrectionDecisionForm correction={correction} formKey={formKey} attempt={attempt} />
      </>
    );
  }
  if (status === 'draft' || status === 'discarded') return null;
  return (
    <Notice
      tone={status === 'rejected' ? 'wait' : 'ok'}
      action={<LinkAction href="/review/corrections">{t('toQueue')}</LinkAction>}
    >
      {t(`done.${status}`)}
      {decisionReason !== null && <p className="mt-1 whitespace-pre-line">{decisionReason}</p>}
    </Notice>
  );
}
