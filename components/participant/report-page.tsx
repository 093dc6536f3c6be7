import { useLocale, useTranslations } from 'next-intl';
import { Term } from '#components/frame/term.tsx';
import { Duration } from '#components/participant/duration.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { ReportStatus } from '#components/participant/report-status.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Table } from '#components/ui/table.tsx';
import type { OwnReport } from '#lib/domain/participant/own-report.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { isolated } from '#lib/shared/i18n/isolated.ts';

export interface ReportPageProps {
  report: OwnReport;
  canCall: boolean;
}

/** One month as the provider has reported it: activities and hours, who sent it, how it stands. */
export function ReportPage({ report, canCall }: ReportPageProps) {
  const t = useTranslations('participant');
  const locale = useLocale();
  const month = formatMonth(report.month, locale);
  const sentOn = formatDate(report.submittedOn, locale);
  const support = report.languageSupport;
  return (
    <>
      <PageHeading
        title={t('report.title', { month })}
        lead={t('report.lead', { provider: isolated(report.provider, locale), date: sentOn })}
      />
      {report.status === 'superseded' && <Notice className="mb-6">{t('report.superseded')}</Notice>}
      <Card title={t('report.activities')}>
        {report.noActivityReason === null ? (
          <ActivityTable rows={report.rows} />
        ) : (
          <>
            <p>{t('report.noActivity')}</p>
            <p>{t('report.noActivityReason', { reason: t(`absence.${report.noActivityReason}`) })}</p>
          </>
        )}
      </Card>
      <Card className="mt-5">
        <DescriptionList
          facts={[
            { term: t('report.statusTitle'), detail: <ReportStatus status={report.status} /> },
            {
              term: t('report.languageSupport'),
              shown: <Term word="languageSupport">{t('report.languageSupport')}</Term>,
              detail: support === null ? t('report.noLanguageSupport') : languageName(support, locale),
            },
            {
              term: t('report.jobSuggestions'),
              detail: t('report.jobSuggestionsCount', { count: report.jobSuggestions }),
            },
            {
              term: t('report.sentBy'),
              detail: <OwnWords>{`${report.provider}, ${report.street}, ${report.place}`}</OwnWords>,
            },
          ]}
        />
        {report.number > 1 && (
          <p className="mt-3 text-ink-2">{t('report.version', { number: report.number })}</p>
        )}
      </Card>
      <p className="my-4 text-ink-2">{t(canCall ? 'reports.wrong' : 'reports.wrongOffline')}</p>
      <LinkAction big href="/participant/reports">
        {t('report.back')}
      </LinkAction>
    </>
  );
}

function ActivityTable({ rows }: { rows: OwnReport['rows'] }) {
  const t = useTranslations('participant');
  const total = rows.reduce((sum, row) => sum + row.minutes, 0);
  return (
    <Table caption={t('report.activities')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('report.activity')}</th>
          <th scope="col">{t('report.form')}</th>
          <th scope="col" className="num">
            {t('report.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.activity} ${row.form ?? ''}`}>
            <th scope="row">{t(`activity.${row.activity}`)}</th>
            <td data-label={t('report.form')}>{t(`form.${row.form ?? 'none'}`)}</td>
            <td data-label={t('report.time')} className="num">
              <Duration minutes={row.minutes} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('report.total')}
          </th>
          <td className="num" data-label={t('report.time')}>
            <Duration minutes={total} />
          </td>
        </tr>
      </tfoot>
    </Table>
  );
}
