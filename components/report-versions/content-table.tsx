import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { minutesOf, type ReportContent, type ReportRow } from '#lib/domain/report/report-content.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

/** All that a version of a report says. */
export function ContentTable({ content }: { readonly content: ReportContent }) {
  const t = useTranslations('reporting.sent');
  const locale = useStaffLocale();
  const { rows, languageSupport, jobSuggestions, noActivityReason } = content;
  return (
    <>
      {noActivityReason === null ? (
        <DataTable<ReportRow>
          caption={t('title')}
          captionHidden
          rows={rows}
          rowKey={({ activity, form }) => `${activity} ${form}`}
          columns={[
            {
              key: 'activity',
              head: t('activity'),
              sum: t('sum'),
              cell: ({ activity }) => activityName(activity, locale),
            },
            {
              key: 'form',
              head: t('form'),
              cell: ({ form }) => (form === null ? '–' : formName(form, locale)),
            },
            {
              key: 'minutes',
              head: t('time'),
              unit: t('clock'),
              numeric: true,
              sum: hoursAsClock(minutesOf(rows).all),
              cell: (row) => hoursAsClock(row.minutes),
            },
          ]}
        />
      ) : (
        <p>{t('noActivity', { reason: absenceReasonName(noActivityReason, locale) })}</p>
      )}
      <p className="mt-3 text-ink-2">
        {t('language')}: {languageSupport === null ? t('none') : languageName(languageSupport, locale)}.{' '}
        {t('suggestions')}: {jobSuggestions}.
      </p>
    </>
  );
}
