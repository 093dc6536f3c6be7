import { useTranslations } from 'next-intl';
import { LogCalendar } from '#components/reporting/log-calendar.tsx';
import { LogHeading } from '#components/reporting/log-heading.tsx';
import { type LogMonthFilter, logFileHref, logHref, logMonthHref } from '#components/reporting/log-href.ts';
import { LogMonthEntries, LogMonthPeople } from '#components/reporting/log-month-tables.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { MonthLog } from '#lib/domain/activity/month-log.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { firstDay, monthOf, nextMonth, previousMonth } from '#lib/shared/month.ts';

type Props = { readonly log: MonthLog; readonly filter: LogMonthFilter; readonly mayLog: boolean };

/** A month of the log as a calendar, of all who are shown or of one. */
export function LogMonthView({ log, filter, mayLog }: Props) {
  const t = useTranslations('log.month');
  const locale = useStaffLocale();
  const words = formatMonth(log.month, locale);
  const one = log.entries === null ? undefined : log.participants[0];
  const support = log.days.reduce((sum, day) => sum + day.support, 0);
  const { office, q } = filter;
  const weekFilter = { week: log.today, office, q, page: 1 };
  const weekOf = (week: typeof log.today): string =>
    `${logHref(weekFilter, { week, participant: one?.placementId })}#day-${week}`;
  const week = monthOf(log.today) === log.month ? log.today : firstDay(log.month);
  return (
    <>
      <LogHeading
        title={
          one === undefined
            ? t('title', { month: words })
            : t('titleOne', { name: one.participantName, month: words })
        }
        lead={
          log.days.length === 0
            ? t('leadNone')
            : t('lead', { support: formatHours(support, locale), days: log.days.length })
        }
        search={{ action: '/provider/log/month', hidden: { month: log.month }, filter }}
        views={{
          week: { href: logHref(weekFilter, { week }), current: false },
          month: { href: logMonthHref(filter), current: true },
          mine: logMonthHref(filter, { office: false, participant: null }),
          office: logMonthHref(filter, { office: true, participant: null }),
        }}
      />
      <div className="no-print mb-6 flex flex-wrap items-center justify-between gap-3">
        <nav aria-label={t('months')} className="views flex flex-wrap gap-1">
          <TextLink href={logMonthHref(filter, { month: previousMonth(log.month) })}>
            <Icon name="left" />
            {t('before')}
          </TextLink>
          {log.month < monthOf(log.today) && (
            <TextLink href={logMonthHref(filter, { month: nextMonth(log.month) })}>
              {t('after')}
              <Icon name="right" />
            </TextLink>
          )}
          {one !== undefined && (
            <TextLink href={logMonthHref(filter, { participant: null })}>{t('all')}</TextLink>
          )}
        </nav>
        <div className="flex flex-wrap gap-3">
          <LinkAction href={logFileHref(filter)} look="plain" icon="download">
            {t('csv')}
          </LinkAction>
          <PrintButton>{t('print')}</PrintButton>
        </div>
      </div>
      {log.total === 0 ? (
        <EmptyState>{t('none')}</EmptyState>
      ) : (
        <div className="grid gap-8">
          <section aria-label={t('calendar')}>
            <LogCalendar
              log={log}
              caption={t('title', { month: words })}
              hrefOf={weekOf}
              isOne={one !== undefined}
            />
          </section>
          {log.entries === null ? (
            <LogMonthPeople log={log} filter={filter} mayLog={mayLog} />
          ) : (
            <LogMonthEntries entries={log.entries} />
          )}
          <Pagination
            page={log.page}
            pages={Math.ceil(log.total / log.pageSize)}
            hrefOf={(page) => logMonthHref(filter, { page })}
          />
        </div>
      )}
    </>
  );
}
