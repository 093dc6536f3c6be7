import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

type Props = {
  readonly page: MonthPage;
  readonly mayWithdraw: boolean;
  readonly formKey: string;
};

/** The report as it was sent, and the way to take it back while nobody has begun to review it. */
export function SentReport({ page, mayWithdraw, formKey }: Props) {
  const t = useTranslations('reporting.sent');
  const locale = useStaffLocale();
  const { content, report, minutes } = page.row;
  const columns: readonly Column<ReportRow>[] = [
    {
      key: 'activity',
      head: t('activity'),
      cell: ({ activity }) => activityName(activity, locale),
      sum: t('sum'),
    },
    { key: 'form', head: t('form'), cell: ({ form }) => (form === null ? '–' : formName(form, locale)) },
    {
      key: 'minutes',
      head: t('time'),
      unit: t('clock'),
      numeric: true,
      cell: (row) => hoursAsClock(row.minutes),
      sum: hoursAsClock(minutes.all),
    },
  ];
  return (
    <section aria-labelledby="sent">
      <h2 id="sent" className="mb-3 text-lg">
        {report === null ? t('title') : t('titleOn', { day: formatDate(report.submittedOn, locale) })}
      </h2>
      <Sheet className="p-5 max-md:px-4">
        {content.noActivityReason === null ? (
          <DataTable
            caption={t('title')}
            captionHidden
            columns={columns}
            rows={content.rows}
            rowKey={({ activity, form }) => `${activity} ${form}`}
          />
        ) : (
          <p>{t('noActivity', { reason: absenceReasonName(content.noActivityReason, locale) })}</p>
        )}
        <DescriptionList
          layout="line"
          className="mt-4"
          facts={[
            {
              term: t('language'),
              detail:
                content.languageSupport === null ? t('none') : languageName(content.languageSupport, locale),
            },
            { term: t('suggestions'), detail: content.jobSuggestions },
          ]}
        />
      </Sheet>
      {report !== null && <Corrections report={report} />}
      {mayWithdraw && report?.status === 'submitted' && (
        <DisclosureMore summary={t('withdrawOpen')} className="mt-4">
          <form method="post" action={`/api/provider/reports/${report.id}/withdraw`}>
            <FormBasis formKey={formKey} back={`/provider/months/${page.month}/${page.row.placementId}`} />
            <input type="hidden" name="version" value={report.version} />
            <p className="mb-3 max-w-measure text-ink-2">{t('withdrawHint')}</p>
            <Button>{t('withdraw')}</Button>
          </form>
        </DisclosureMore>
      )}
    </section>
  );
}

/** The way to the report's versions, and to correct it. */
function Corrections({ report }: { readonly report: NonNullable<MonthPage['row']['report']> }) {
  const t = useTranslations('attest.versions');
  const correctable = report.status !== 'rejected';
  return (
    <p className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      {correctable && <LinkAction href={`/provider/reports/${report.id}/correct`}>{t('correct')}</LinkAction>}
      <TextLink href={`/provider/reports/${report.id}`}>{t('all')}</TextLink>
    </p>
  );
}
