import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { deviationCauseName, isWholeDay } from '#lib/domain/deviation-report/deviation.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import type { ReviewedReportPage } from '#lib/domain/review/reviewed-report.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { firstDay, nextMonth } from '#lib/shared/month.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** The month's reported absences, to hold against what is reported as done. */
export function MonthAbsences({ report }: { readonly report: ReviewedReportPage }) {
  const t = useTranslations('review.report');
  const locale = useStaffLocale();
  const absences = report.absences.filter(
    ({ from, to }) => from < firstDay(nextMonth(report.month)) && to > firstDay(report.month),
  );
  if (absences.length === 0) return null;
  return (
    <Card title={t('absences')}>
      <ul className="grid gap-2">
        {absences.map((absence) => {
          const { documentId, cause, from, to, absentMinutes } = absence;
          const last = addDays(to, -1);
          const days =
            last === from
              ? dateInWords(from, locale, 'weekday')
              : `${dateInWords(from, locale, 'day')}–${dateInWords(last, locale, 'day')}`;
          const time = formatHours(absentMinutes, locale);
          return (
            <li key={documentId}>
              <TextLink href={`/review/documents/${documentId}`}>{days}</TextLink>:{' '}
              {deviationCauseName(cause, locale).toLocaleLowerCase(locale)},{' '}
              {t(isWholeDay(absence) ? 'absentWhole' : 'absentPart', { time })}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
