import { useLocale, useTranslations } from 'next-intl';
import { ChangeEntry } from '#components/reporting/change-entry.tsx';
import { CopyWeekLink } from '#components/reporting/copy-week-link.tsx';
import { LogDays } from '#components/reporting/log-days.tsx';
import { LogDone, type LogDoneState } from '#components/reporting/log-done.tsx';
import { LogForm } from '#components/reporting/log-form.tsx';
import { LogHeading } from '#components/reporting/log-heading.tsx';
import { type LogFilter, logHref, logMonthHref } from '#components/reporting/log-href.ts';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { isoWeek } from '#lib/shared/iso-week.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { monthOf } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

export type LogPageState = {
  /** The entry that is being changed or removed. */
  readonly changing: { readonly entryId: string; readonly how: 'change' | 'remove' } | null;
  /** Ticked when the page is opened from a participant's card. */
  readonly placementId: string | null;
  /** A set of participants that was picked by one press. */
  readonly pick: string | null;
  /** The day that was logged last: the next is often of the same day. */
  readonly day: PlainDate | null;
  /** The membership, under which a browser keeps what was typed. */
  readonly keepUnder: string;
  readonly keys: { readonly add: string; readonly change: string; readonly undo: string };
  readonly attempts: {
    readonly add: KeptForm | null;
    readonly change: KeptForm | null;
    readonly undo: KeptForm | null;
  };
  readonly done: LogDoneState | null;
};

type Props = {
  readonly log: WeekLog;
  readonly filter: LogFilter;
  readonly state: LogPageState;
  readonly mayLog: boolean;
};

/** A week of the log, day by day, and the quickest way to add to it. */
export function LogView({ log, filter, state, mayLog }: Props) {
  const t = useTranslations('reporting.log');
  const locale = useLocale();
  const { weekFrom, weekTo, today, participants } = log;
  const { attempts, done } = state;
  const failed = attempts.add ?? attempts.change ?? attempts.undo;
  const days = `${dateInWords(weekFrom, locale, 'day')}–${dateInWords(addDays(weekTo, -1), locale, 'date')}`;
  return (
    <>
      <AttemptSummary attempt={failed} />
      <LogHeading
        title={t('title', { week: isoWeek(weekFrom) })}
        lead={days}
        search={{ action: '/provider/log', hidden: { week: weekFrom }, filter }}
        views={{
          week: { href: logHref(filter, {}), current: true },
          month: {
            href: logMonthHref({ ...filter, month: monthOf(weekFrom), participant: null }),
            current: false,
          },
          mine: logHref(filter, { office: false }),
          office: logHref(filter, { office: true }),
        }}
      />
      {done !== null && failed === null && (
        <LogDone done={done} formKey={state.keys.undo} back={logHref(filter, { page: filter.page })} />
      )}
      <nav aria-label={t('weeks')} className="views no-print mb-6 flex flex-wrap gap-1">
        <TextLink href={logHref(filter, { week: addDays(weekFrom, -7) })}>
          <Icon name="left" />
          {t('before')}
        </TextLink>
        {weekTo <= today && (
          <>
            <TextLink href={logHref(filter, { week: weekTo })}>
              {t('after')}
              <Icon name="right" />
            </TextLink>
            <TextLink href={logHref(filter, { week: today })}>{t('thisWeek')}</TextLink>
          </>
        )}
      </nav>
      {mayLog && (
        <LinkAction href="/provider/absence" look="plain" className="no-print mb-6 max-sm:w-full">
          {t('absence')}
        </LinkAction>
      )}
      {mayLog && <ChangeEntry log={log} filter={filter} state={state} />}
      {participants.length === 0 ? (
        <EmptyState>{t(filter.office ? 'noneOffice' : 'noneMine')}</EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
          {mayLog && (
            <div className="grid gap-6">
              <LogForm log={log} filter={filter} state={state} />
              <CopyWeekLink filter={filter} />
            </div>
          )}
          <div>
            <LogDays log={log} filter={filter} mayLog={mayLog} />
            <Pagination
              page={log.page}
              pages={Math.ceil(log.total / log.pageSize)}
              hrefOf={(page) => logHref(filter, { page })}
            />
          </div>
        </div>
      )}
    </>
  );
}
