import { useTranslations } from 'next-intl';
import { ReportRowCells } from '#components/review/report-row-cells.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import {
  Cell,
  ColumnHead,
  Row,
  RowHead,
  Table,
  TableBody,
  TableHead,
  TableSum,
} from '#components/ui/table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName, isSupport } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { LoggedMinutes, ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly report: ReviewedReportPage;
  readonly month: string;
  /** Whether the reader decides now: then fewer minutes can be approved where they stand. */
  readonly decides: boolean;
  readonly attempt: KeptForm | null;
};

function sum(minutes: readonly { readonly minutes: number }[]): number {
  return minutes.reduce((total, item) => total + item.minutes, 0);
}

/** The report's rows beside the plan, the log and what the participant says, so that a difference is seen and decided where it stands. */
export function ReportRows({ report, month, decides, attempt }: Props) {
  const t = useTranslations('review.report');
  const locale = useStaffLocale();
  return (
    <section aria-labelledby="rows">
      <h2 id="rows" className="mb-3 text-lg">
        {t('rows')}
      </h2>
      <Sheet className="p-5 max-md:px-4">
        {report.noActivityReason === null ? (
          <RowTable report={report} decides={decides} attempt={attempt} />
        ) : (
          <p>{t('noActivity', { reason: absenceReasonName(report.noActivityReason, locale) })}</p>
        )}
        <RowFacts report={report} />
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

function RowTable({ report, decides, attempt }: Omit<Props, 'month'>) {
  const t = useTranslations('review.report');
  const row = useTranslations('review-decision.row');
  const hasLog = report.log.length > 0;
  const support = report.rows.filter(({ activity }) => isSupport(activity));
  return (
    <Table caption={t('rows')} captionHidden>
      <TableHead>
        <Row>
          <ColumnHead>{t('activity')}</ColumnHead>
          <ColumnHead>{t('plan')}</ColumnHead>
          {hasLog && <Head unit={t('rowsUnit')}>{t('log')}</Head>}
          <Head unit={t('rowsUnit')}>{t('reported')}</Head>
          <ColumnHead>{row('participant')}</ColumnHead>
          {decides && (
            <ColumnHead>
              {row('head')}
              <span className="block font-normal text-ink-3">{row('unit')}</span>
            </ColumnHead>
          )}
        </Row>
      </TableHead>
      <TableBody>
        {report.rows.map((one, index) => (
          <ReportRowCells
            key={`${one.activity} ${one.form}`}
            row={one}
            index={index}
            report={report}
            decides={decides}
            attempt={attempt}
          />
        ))}
      </TableBody>
      <TableSum>
        <Row>
          <RowHead>{t('support')}</RowHead>
          <Cell />
          {hasLog && (
            <Cell numeric label={t('log')}>
              {hoursAsClock(sum(report.log.filter(({ activity }) => isSupport(activity))))}
            </Cell>
          )}
          <Cell numeric label={t('reported')}>
            {hoursAsClock(sum(support))}
          </Cell>
          <Cell />
          {decides && <Cell />}
        </Row>
      </TableSum>
    </Table>
  );
}

function Head({ children, unit }: { readonly children: string; readonly unit: string }) {
  return (
    <ColumnHead numeric>
      {children}
      <span className="block font-normal text-ink-3">{unit}</span>
    </ColumnHead>
  );
}

function RowFacts({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review.report');
  const locale = useStaffLocale();
  const support = report.rows.filter(({ activity }) => isSupport(activity));
  const onSite = sum(support.filter(({ form }) => form === 'onSite'));
  return (
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
            report.languageSupport === null ? t('noLanguage') : languageName(report.languageSupport, locale),
        },
        { term: t('suggestions'), detail: String(report.jobSuggestions) },
        { term: t('log'), detail: report.log.length === 0 ? t('noLog') : String(report.log.length) },
      ]}
    />
  );
}

function Log({ log, month }: { readonly log: readonly LoggedMinutes[]; readonly month: string }) {
  const t = useTranslations('review.report');
  const locale = useStaffLocale();
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
