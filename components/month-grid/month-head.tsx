import { useTranslations } from 'next-intl';
import { MonthPay } from '#components/month-grid/month-pay.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ProgressRule } from '#components/ui/progress-rule.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { MonthGrid } from '#lib/domain/month-grid/month-grid.ts';
import type { MonthOverview } from '#lib/domain/report/month-overview.ts';
import { movedDayInWords } from '#lib/domain/terms/moved-day-words.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { monthOf, nextMonth, previousMonth } from '#lib/shared/month.ts';
import { yearOf } from '#lib/shared/plain-date.ts';
import { swedishCalendar, workdaysUntil } from '#lib/shared/workdays.ts';

type Props = {
  readonly overview: Omit<MonthOverview, 'rows'> & Pick<MonthGrid, 'terms'>;
  readonly seesMoney: boolean;
};

/** What is left of the month, by when, and what it gives. */
export function MonthHead({ overview, seesMoney }: Props) {
  const t = useTranslations('reporting.month');
  const locale = useStaffLocale();
  const { month, today, counts, sums } = overview;
  const moved = overview.terms.movedDueDays?.[month];
  const title = capitalFirst(formatMonth(month, locale));
  const sent = counts.submitted + counts.inReview + counts.approved + counts.rejected;
  const before = previousMonth(month);
  const after = nextMonth(month);
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/months', words: t('title') }]} here={title} />
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          <div className="flex flex-wrap items-center gap-x-4">
            <h1>{title}</h1>
            <nav aria-label={t('otherMonths')} className="no-print flex">
              <TextLink href={`/provider/months/${before}`} className="btn btn-quiet min-w-9">
                <Icon name="left" />
                <span className="sr-only">{formatMonth(before, locale)}</span>
              </TextLink>
              {after <= monthOf(today) && (
                <TextLink href={`/provider/months/${after}`} className="btn btn-quiet min-w-9">
                  <Icon name="right" />
                  <span className="sr-only">{formatMonth(after, locale)}</span>
                </TextLink>
              )}
            </nav>
          </div>
          <p className="mt-4 mb-3 text-base">
            <b className="text-lg">
              {t('done', { done: sums.sendable + sent, participants: sums.participants })}
            </b>{' '}
            <span className="text-ink-2">
              <Deadline overview={overview} />
              {moved !== undefined && ` ${movedDayInWords(moved, locale)}`}
            </span>
          </p>
          <ProgressRule
            parts={[
              {
                tone: 'ok',
                count: counts.ready + sent,
                words: joined([
                  [counts.ready, t('partReady', { count: counts.ready })],
                  [sent, t('partSent', { count: sent })],
                ]),
              },
              { tone: 'warn', count: counts.warned, words: t('partWarned', { count: counts.warned }) },
              {
                tone: 'none',
                count: counts.notStarted + counts.draft,
                words: joined([
                  [counts.draft, t('partBegun', { count: counts.draft })],
                  [counts.notStarted, t('partEmpty', { count: counts.notStarted })],
                ]),
              },
              {
                tone: 'stop',
                count: counts.blocked + counts.returned,
                words: joined([
                  [counts.blocked, t('partBlocked', { count: counts.blocked })],
                  [counts.returned, t('partReturned', { count: counts.returned })],
                ]),
              },
            ]}
          />
          <DescriptionList
            layout="line"
            className="mt-6"
            facts={LEVELS.filter((level) => sums.byLevel[level].participants > 0).map((level) => {
              const { support, participants } = sums.byLevel[level];
              return {
                term: t('average', { level }),
                detail: hoursAsClock(Math.round(support / participants)),
              };
            })}
          />
        </div>
        {seesMoney && <MonthPay overview={overview} />}
      </div>
    </>
  );
}

/** The last day, and how many working days are left until then. */
function Deadline({ overview: { month, today, dueOn } }: Pick<Props, 'overview'>) {
  const t = useTranslations('reporting.month');
  const locale = useStaffLocale();
  const day = dateInWords(dueOn, locale, 'weekday');
  if (dueOn < today) return t('wasDue', { day });
  const days = workdaysUntil(today, dueOn, swedishCalendar([yearOf(today), yearOf(dueOn)]));
  return monthOf(today) === month ? t('goesOn', { day }) : t('due', { day, days });
}

/** The words of those that there are. */
function joined(parts: readonly (readonly [count: number, words: string])[]): string {
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(', ');
}
