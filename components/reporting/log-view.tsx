import { useLocale, useTranslations } from 'next-intl';
import { ChangeEntry } from '#components/reporting/change-entry.tsx';
import { CopyWeekForm } from '#components/reporting/copy-week-form.tsx';
import { LogDays } from '#components/reporting/log-days.tsx';
import { LogForm } from '#components/reporting/log-form.tsx';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { isoWeek } from '#lib/shared/iso-week.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export type LogPageState = {
  /** The entry that is being changed or removed. */
  readonly changing: { readonly entryId: string; readonly how: 'change' | 'remove' } | null;
  /** Ticked when the page is opened from a participant's card. */
  readonly placementId: string | null;
  readonly keys: { readonly add: string; readonly change: string; readonly copy: string };
  readonly attempts: {
    readonly add: KeptForm | null;
    readonly change: KeptForm | null;
    readonly copy: KeptForm | null;
  };
  readonly done:
    | { readonly what: 'added' | 'changed' | 'removed'; readonly count: number }
    | { readonly what: 'copied'; readonly count: number; readonly left: number }
    | null;
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
  const failed = attempts.add ?? attempts.change ?? attempts.copy;
  const days = `${dateInWords(weekFrom, locale, 'day')}–${dateInWords(addDays(weekTo, -1), locale, 'date')}`;
  return (
    <>
      {failed !== null && (
        <ErrorSummary
          problems={failed.problem.errors}
          title={failed.problem.errors.length === 0 ? failed.problem.title : undefined}
        />
      )}
      <PageHeading
        title={t('title', { week: isoWeek(weekFrom) })}
        lead={days}
        aside={
          <ViewSwitch
            views={[
              { href: logHref(filter, { office: false }), words: t('mine'), current: !filter.office },
              { href: logHref(filter, { office: true }), words: t('office'), current: filter.office },
            ]}
          />
        }
      />
      {done !== null && failed === null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done.what}`, done)}
        </Notice>
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
      {mayLog && <ChangeEntry log={log} filter={filter} state={state} />}
      {participants.length === 0 ? (
        <EmptyState>{t(filter.office ? 'noneOffice' : 'noneMine')}</EmptyState>
      ) : (
        <div className="grid items-start gap-8 lg:grid-cols-[24rem_minmax(0,1fr)]">
          {mayLog && (
            <div className="grid gap-6">
              <LogForm log={log} filter={filter} state={state} />
              <CopyWeekForm log={log} filter={filter} formKey={state.keys.copy} />
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
