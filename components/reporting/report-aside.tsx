import { useTranslations } from 'next-intl';
import { RowState } from '#components/month-state/row-state.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import { minutesOf } from '#lib/domain/report/report-content.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = { readonly page: MonthPage; readonly seesMoney: boolean };

/** Beside the month: how it stands, what it adds up to and gives, the log, last month. */
export function ReportAside({ page, seesMoney }: Props) {
  const t = useTranslations('reporting.aside');
  const locale = useStaffLocale();
  const { row, lastMonth, entries } = page;
  const { minutes, leastSupport, content, onSitePermille } = row;
  const support = hoursAsClock(minutes.support);
  const least = hoursAsClock(leastSupport);
  return (
    <div className="grid gap-6 lg:sticky lg:top-4">
      <Card title={t('state')}>
        <RowState row={row} />
        {content.noActivityReason === null && (
          <div className="mt-4 border-t border-line pt-3">
            <p>
              {t('support')} <b>{support}</b> <span className="text-ink-3">{t('least', { least })}</span>
            </p>
            <Meter
              value={minutes.support}
              most={Math.max(2 * leastSupport, minutes.support)}
              least={leastSupport}
              words={t('supportWords', { support, least })}
            />
          </div>
        )}
        <DescriptionList
          layout="ends"
          className="mt-4 border-t border-line pt-3"
          facts={[
            {
              term: t('onSite'),
              detail: onSitePermille === null ? '–' : t('share', { share: Math.floor(onSitePermille / 10) }),
            },
            { term: t('ownWork'), detail: hoursAsClock(minutes.all - minutes.support) },
            ...(seesMoney
              ? [
                  {
                    term: t('amount'),
                    detail: (
                      <>
                        <Amount value={row.possibleOre} /> <Example />
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <p className="mt-3">
          <TextLink href={`/provider/participants/${row.placementId}`}>{t('card')}</TextLink>
        </p>
      </Card>
      <Card title={t('log')}>
        {entries.length === 0 ? (
          <p className="text-ink-2">{t('noLog')}</p>
        ) : (
          <>
            <p>
              {t('logSum', {
                count: entries.length,
                support: hoursAsClock(minutesOf(page.fromLog.rows).support),
              })}
            </p>
            <DisclosureMore summary={t('logShow')}>
              <ul className="grid gap-2">
                {entries.map((entry) => (
                  <li key={entry.id}>
                    {dateInWords(entry.date, locale, 'short')}: {activityName(entry.activity, locale)},{' '}
                    {formatHours(entry.minutes, locale)}
                    {entry.form !== null && `, ${formName(entry.form, locale)}`}
                    {entry.note !== '' && <small className="block text-ink-3">{entry.note}</small>}
                  </li>
                ))}
              </ul>
            </DisclosureMore>
          </>
        )}
      </Card>
      {lastMonth !== null && (
        <Card title={t('lastMonth', { month: formatMonthName(lastMonth.month, locale) })}>
          <DescriptionList
            layout="ends"
            facts={[
              { term: t('support'), detail: hoursAsClock(minutesOf(lastMonth.content.rows).support) },
              { term: t('suggestions'), detail: lastMonth.content.jobSuggestions },
            ]}
          />
          <p className="mt-3">
            <TextLink href={`/provider/months/${lastMonth.month}/${row.placementId}`}>
              {t('lastShow')}
            </TextLink>
          </p>
        </Card>
      )}
    </div>
  );
}
