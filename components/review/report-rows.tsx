import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { activityName, isSupport } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { LoggedMinutes, ReportedRow, ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';

type Props = { readonly report: ReviewedReportPage; readonly month: string };

function sum(minutes: readonly { readonly minutes: number }[]): number {
  return minutes.reduce((total, item) => total + item.minutes, 0);
}

/** The report's rows beside the plan and the log, so that a difference is seen where it stands. */
export function ReportRows({ report, month }: Props) {
  const t = useTranslations('review.report');
  const locale = useLocale();
  const support = report.rows.filter(({ activity }) => isSupport(activity));
  const onSite = sum(support.filter(({ form }) => form === 'onSite'));
  const logged = (row: ReportedRow) =>
    sum(report.log.filter(({ activity, form }) => activity === row.activity && form === row.form));
  const columns: readonly Column<ReportedRow>[] = [
    {
      key: 'activity',
      head: t('activity'),
      sum: t('support'),
      cell: ({ activity }) => activityName(activity, locale),
    },
    {
      key: 'form',
      head: t('form'),
      cell: ({ form }) => (form === null ? t('noForm') : formName(form, locale)),
    },
    {
      key: 'plan',
      head: t('plan'),
      cell: ({ activity }) => {
        const planned = report.plan.find((item) => item.activity === activity);
        if (planned === undefined) return <Status tone="warn">{t('notPlanned')}</Status>;
        return planned.goal === '' ? <Status tone="ok">{t('plan')}</Status> : planned.goal;
      },
    },
    {
      key: 'log',
      head: t('log'),
      numeric: true,
      unit: t('rowsUnit'),
      cell: (row) => {
        const minutes = logged(row);
        return minutes === row.minutes ? (
          hoursAsClock(minutes)
        ) : (
          <b className="text-warn">{hoursAsClock(minutes)}</b>
        );
      },
      sum: hoursAsClock(sum(report.log.filter(({ activity }) => isSupport(activity)))),
    },
    {
      key: 'reported',
      head: t('reported'),
      unit: t('rowsUnit'),
      numeric: true,
      cell: ({ minutes }) => hoursAsClock(minutes),
      sum: hoursAsClock(sum(support)),
    },
  ];
  const shown = report.log.length === 0 ? columns.filter(({ key }) => key !== 'log') : columns;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows" className="mb-3 text-lg">
        {t('rows')}
      </h2>
      <Sheet className="p-5 max-md:px-4">
        {report.noActivityReason === null ? (
          <DataTable
            caption={t('rows')}
            captionHidden
            columns={shown}
            rows={report.rows}
            rowKey={(row) => `${row.activity} ${row.form}`}
          />
        ) : (
          <p>{t('noActivity', { reason: absenceReasonName(report.noActivityReason, locale) })}</p>
        )}
        <DescriptionList
          layout="line"
          className="mt-4"
          facts={[
            {
              term: t('onSite'),
              detail: t('onSiteShare', { share: Math.round((100 * onSite) / Math.max(1, sum(support))) }),
            },
            {
              term: t('language'),
              detail:
                report.languageSupport === null
                  ? t('noLanguage')
                  : languageName(report.languageSupport, locale),
            },
            { term: t('suggestions'), detail: String(report.jobSuggestions) },
            { term: t('log'), detail: report.log.length === 0 ? t('noLog') : String(report.log.length) },
          ]}
        />
        {report.planDerived && (
          <Notice tone="wait" className="mt-4">
            {t('derivedPlan')}
          </Notice>
        )}
        {report.log.length > 0 && <Log log={report.log} month={month} />}
      </Sheet>
    </section>
  );
}

function Log({ log, month }: { readonly log: readonly LoggedMinutes[]; readonly month: string }) {
  const t = useTranslations('review.report');
  const locale = useLocale();
  const columns: readonly Column<LoggedMinutes & { readonly key: string }>[] = [
    { key: 'date', head: t('date'), cell: ({ date }) => <DateText date={date} style="weekday" /> },
    { key: 'activity', head: t('activity'), cell: ({ activity }) => activityName(activity, locale) },
    {
      key: 'form',
      head: t('form'),
      cell: ({ form }) => (form === null ? t('noForm') : formName(form, locale)),
    },
    { key: 'time', head: t('time'), numeric: true, cell: ({ minutes }) => hoursAsClock(minutes) },
    { key: 'note', head: t('note'), cell: ({ note }) => note },
  ];
  return (
    <DisclosureMore summary={t('logEntries')}>
      <DataTable
        caption={t('logCaption', { month })}
        captionHidden
        columns={columns}
        rows={log.map((entry, index) => ({ ...entry, key: `${entry.date} ${index}` }))}
        rowKey={({ key }) => key}
      />
    </DisclosureMore>
  );
}
