import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { AttestRow } from '#lib/domain/report/attest-preview.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import type { ReportRow } from '#lib/domain/report/report-content.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { type Month, previousMonth } from '#lib/shared/month.ts';

type Props = { readonly row: AttestRow; readonly month: Month };

/** Everything in one report beside the month before, and what a reviewer will read about it. */
export function AttestDetail({ row, month }: Props) {
  const t = useTranslations('attest.line');
  const locale = useStaffLocale();
  const { content, before, difference } = row;
  const last = formatMonthName(previousMonth(month), locale);
  const names = (codes: NonNullable<typeof difference>['newActivities']): string =>
    codes.map((code) => activityName(code, locale)).join(', ');
  return (
    <div className="grid gap-4 pb-5 ps-7 max-sm:ps-0 lg:grid-cols-2 lg:gap-8">
      <div>
        {content.rows.length > 0 && <Rows row={row} last={last} />}
        <p className="mt-2 text-sm text-ink-2">
          {content.languageSupport !== null &&
            `${t('language', { language: languageName(content.languageSupport, locale) })}. `}
          {t('suggestions', { count: content.jobSuggestions })}.
        </p>
        {difference !== null && difference.newActivities.length > 0 && before !== null && (
          <p className="text-sm">{t('new', { activities: names(difference.newActivities) })}</p>
        )}
        {difference !== null && difference.goneActivities.length > 0 && (
          <p className="text-sm">{t('gone', { activities: names(difference.goneActivities) })}</p>
        )}
        {difference?.kind === 'equal' && (
          <p className="mt-1 max-w-measure text-sm">{t('equalHint', { month: last })}</p>
        )}
      </div>
      <div>
        <h4 className="text-sm font-bold">{t('reviewer')}</h4>
        <Seen row={row} />
        <p className="no-print mt-3">
          <TextLink href={`/provider/months/${month}/${row.placementId}`}>{t('change')}</TextLink>
        </p>
      </div>
    </div>
  );
}

function Rows({ row: { content, before }, last }: { readonly row: AttestRow; readonly last: string }) {
  const t = useTranslations('attest.line');
  const locale = useStaffLocale();
  const then = ({ activity, form }: ReportRow): number =>
    before?.rows.find((was) => was.activity === activity && was.form === form)?.minutes ?? 0;
  const columns: readonly Column<ReportRow>[] = [
    {
      key: 'activity',
      head: t('activity'),
      cell: ({ activity, form }) => (
        <>
          {activityName(activity, locale)}, {form === null ? t('noForm') : formName(form, locale)}
        </>
      ),
    },
    { key: 'now', head: t('now'), unit: t('clock'), numeric: true, cell: (r) => hoursAsClock(r.minutes) },
    ...(before === null
      ? []
      : [
          {
            key: 'before',
            head: capitalFirst(last),
            numeric: true,
            cell: (r: ReportRow) => <span className="text-ink-2">{hoursAsClock(then(r))}</span>,
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('activity')}
      captionHidden
      columns={columns}
      rows={content.rows}
      rowKey={({ activity, form }) => `${activity} ${form}`}
    />
  );
}

/** The checks' own sentences, in the words of the review. */
function Seen({ row: { remarks, notAssessed } }: { readonly row: AttestRow }) {
  const t = useTranslations('attest.line');
  const locale = useStaffLocale();
  const unknown = notAssessedWords(notAssessed, locale);
  return (
    <>
      {remarks.length === 0 && <p className="text-sm text-ink-2">{t('nothingSeen')}</p>}
      {remarks.length > 0 && (
        <ul className="mt-1 grid gap-2">
          {remarks.map(({ code, severity, message }) => (
            <li key={code} className="flex gap-2 text-sm">
              <Icon name={severity === 'hold' ? 'paused' : 'warn'} className="mt-1 text-warn" />
              <span>
                {message}
                <small className="block text-ink-2">
                  {t(severity === 'hold' ? 'mustBeSeen' : 'raisesRisk')}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unknown !== null && (
        <Status tone="none" className="mt-2 text-sm">
          {unknown}
        </Status>
      )}
    </>
  );
}
