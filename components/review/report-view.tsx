import { useLocale, useTranslations } from 'next-intl';
import { DecisionPanel } from '#components/review/decision-panel.tsx';
import { EarlierMonths } from '#components/review/earlier-months.tsx';
import { FindingList } from '#components/review/finding-list.tsx';
import { MonthAbsences } from '#components/review/month-absences.tsx';
import { ReportCorrection } from '#components/review/report-correction.tsx';
import { ReportFacts } from '#components/review/report-facts.tsx';
import { ReportRows } from '#components/review/report-rows.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { decidesOn, type ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly attempt: KeptForm | null;
  readonly reopenAttempt: KeptForm | null;
  readonly personId: string;
  readonly formKey: string;
};

/** One report with everything a decision rests on: what the checks found, the rows beside plan and log, earlier months. */
export function ReportView({ report, attempt, reopenAttempt, personId, formKey }: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const month = formatMonth(report.month, locale);
  const failed = attempt ?? reopenAttempt;
  const decides = decidesOn(report, personId);
  const heading = t('report.heading', { name: report.participantName, month });
  return (
    <>
      <AttemptSummary attempt={failed} />
      <Breadcrumbs above={[{ href: '/review', words: t('nav.queue') }]} here={heading} />
      <PageHeading title={heading} />
      <ReportFacts report={report} />
      <ReportCorrection report={report} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-10">
          <FindingList report={report} decides={decides} attempt={attempt} />
          <ReportRows report={report} month={month} decides={decides} attempt={attempt} />
          <MonthAbsences report={report} />
          <EarlierMonths report={report} />
        </div>
        <DecisionPanel
          report={report}
          attempt={attempt}
          reopenAttempt={reopenAttempt}
          personId={personId}
          formKey={formKey}
        />
      </div>
    </>
  );
}
