import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** Who, where and when, in one line under the title, and why a person looks at it. */
export function ReportFacts({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review.report');
  const why = useTranslations('review-decision.why');
  const locale = useLocale();
  const date = formatDate(report.submittedOn, locale);
  const submitted =
    report.submittedByName === null
      ? t('bySystem', { date })
      : t('by', { date, name: report.submittedByName });
  return (
    <>
      <DescriptionList
        layout="line"
        facts={[
          { term: t('provider'), detail: `${report.providerName}, ${report.officeName}` },
          {
            term: t('participant'),
            detail: t('participantDetail', {
              level: report.level,
              reference: report.implementationReference,
            }),
          },
          { term: t('coach'), detail: report.coachName ?? t('noCoach') },
          { term: t('submitted'), detail: submitted },
          { term: t('attested'), detail: report.attestedByName ?? t('attestedNone') },
          { term: t('decideBy'), detail: <DateText date={report.decideBy} style="weekday" /> },
        ]}
      />
      {report.routeReason !== null && (
        <p className="mt-4 max-w-measure font-medium">
          {report.route === 'person'
            ? why('person', {
                reason: why(`reason.${report.routeReason}`, {
                  risk: report.risk,
                  threshold: report.days.riskThreshold,
                }),
              })
            : why('automatic')}
        </p>
      )}
    </>
  );
}
