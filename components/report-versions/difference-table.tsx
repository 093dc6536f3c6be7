import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { contentDifference } from '#lib/domain/report/content-difference.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

type Props = { readonly before: ReportContent; readonly after: ReportContent };
type Line = { readonly what: string; readonly before: string; readonly after: string };

/** What is not the same in two contents of a report: before and after, line by line. */
export function DifferenceTable({ before, after }: Props) {
  const t = useTranslations('attest.differenceTable');
  const lines = useLines(before, after);
  if (lines.length === 0) return <p>{t('nothing')}</p>;
  return (
    <DataTable<Line>
      caption={t('caption')}
      captionHidden
      rows={lines}
      rowKey={({ what }) => what}
      columns={[
        { key: 'what', head: t('what'), cell: ({ what }) => what },
        {
          key: 'before',
          head: t('before'),
          unit: t('clock'),
          numeric: true,
          cell: (line) => <del className="text-ink-2">{line.before}</del>,
        },
        {
          key: 'after',
          head: t('after'),
          unit: t('clock'),
          numeric: true,
          cell: (line) => <ins className="font-bold no-underline">{line.after}</ins>,
        },
      ]}
    />
  );
}

function useLines(before: ReportContent, after: ReportContent): readonly Line[] {
  const t = useTranslations('attest.differenceTable');
  const locale = useStaffLocale();
  const { rows, languageSupport, jobSuggestions, noActivityReason } = contentDifference(before, after);
  const none = t('none');
  const lines: Line[] = rows.map(({ activity, form, ...minutes }) => ({
    what: `${activityName(activity, locale)}${form === null ? '' : `, ${formName(form, locale)}`}`,
    before: hoursAsClock(minutes.before),
    after: hoursAsClock(minutes.after),
  }));
  if (noActivityReason !== null) {
    const name = (reason: ReportContent['noActivityReason']): string =>
      reason === null ? none : absenceReasonName(reason, locale);
    lines.push({
      what: t('noActivity'),
      before: name(noActivityReason.before),
      after: name(noActivityReason.after),
    });
  }
  if (languageSupport !== null) {
    const name = (language: string | null): string =>
      language === null ? none : languageName(language, locale);
    lines.push({
      what: t('language'),
      before: name(languageSupport.before),
      after: name(languageSupport.after),
    });
  }
  if (jobSuggestions !== null) {
    lines.push({
      what: t('suggestions'),
      before: String(jobSuggestions.before),
      after: String(jobSuggestions.after),
    });
  }
  return lines;
}
