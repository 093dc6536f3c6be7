import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Newcomers } from '#components/todo/newcomers.tsx';
import { StatementCard } from '#components/todo/statement-card.tsx';
import { type TodoMay, TodoTask } from '#components/todo/todo-task.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TaskDay } from '#components/ui/task-list.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { stakeOf, type Todo, type TodoDay, todoDays } from '#lib/domain/todo/todo.ts';
import { dateInWords, weekdayInWords } from '#lib/shared/i18n/date-words.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import type { Month } from '#lib/shared/month.ts';
import { type PlainDate, plainDate, yearOf } from '#lib/shared/plain-date.ts';
import { swedishCalendar, workdaysUntil } from '#lib/shared/workdays.ts';

type Props = {
  readonly todo: Todo;
  readonly today: PlainDate;
  readonly mine: boolean;
  /** What is to be known before anything is done. */
  readonly above?: ReactNode;
  readonly may: TodoMay & { readonly switchView: boolean };
};

/** What a provider's person has to do, in order of date, and what is new. */
export function TodoView({ todo, today, mine, may, above }: Props) {
  const t = useTranslations('todo');
  const days = todoDays(todo.items, today);
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={<Lead days={days} today={today} />}
        aside={
          may.switchView ? (
            <ViewSwitch
              views={[
                { href: '/provider?view=office', words: t('office'), current: !mine },
                { href: '/provider?view=mine', words: t('mine'), current: mine },
              ]}
            />
          ) : undefined
        }
      />
      {may.switchView && (
        <LinkAction href="/provider/absence" look="plain" className="no-print mb-6 max-sm:w-full">
          {t('absence')}
        </LinkAction>
      )}
      {above}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {days.length === 0 ? (
            <EmptyState>{t(mine ? 'emptyMine' : 'empty')}</EmptyState>
          ) : (
            days.map((day) => <Day key={day.day} day={day} today={today} may={may} />)
          )}
        </div>
        <div className="grid gap-6">
          <Newcomers
            newcomers={todo.newcomers}
            count={todo.newcomerCount}
            today={today}
            mayAssign={may.assign}
          />
          {todo.statement !== null && <StatementCard statement={todo.statement} />}
          <Card title={t('reminders.title')}>
            <p className="mb-2 text-ink-2">{t('reminders.text')}</p>
            <TextLink href="/provider/calendar">{t('reminders.open')}</TextLink>
          </Card>
        </div>
      </div>
    </>
  );
}

/** The day, what is for now, and the deadline of the month in working days. */
function Lead({ days, today }: { readonly days: readonly TodoDay[]; readonly today: PlainDate }) {
  const t = useTranslations('todo.lead');
  const locale = useLocale();
  const now = days.filter(({ day }) => day === 'now' || day === today).flatMap(({ items }) => items);
  const next = days
    .flatMap(({ items }) => items)
    .find((item) => item.kind === 'month' && item.dueOn >= today);
  const day = dateInWords(today, locale, 'weekdayDate');
  return (
    <>
      {t('today', { day: day.slice(0, 1).toLocaleUpperCase(locale) + day.slice(1) })}{' '}
      <b>{t('now', { count: now.length })}</b>
      {next?.kind === 'month' && ` ${sentence(next.month, next.dueOn)}`}
    </>
  );

  function sentence(month: Month, due: PlainDate): string {
    const calendar = swedishCalendar([yearOf(today), yearOf(due)]);
    return t('month', {
      month: formatMonthName(month, locale),
      days: workdaysUntil(today, due, calendar),
    });
  }
}

const NAMED_DAYS = ['now', 'later'] as const;

type DayProps = { readonly day: TodoDay; readonly today: PlainDate; readonly may: TodoMay };

function Day({ day: { day, items, stakeOre }, today, may }: DayProps) {
  const t = useTranslations('todo.day');
  const locale = useLocale();
  const tasks = items.map((item) => (
    <TodoTask
      key={`${item.kind} ${'placementId' in item ? item.placementId : ''} ${'month' in item ? item.month : ''} ${'statementId' in item ? item.statementId : ''} ${'disputeId' in item ? item.disputeId : ''}`}
      item={item}
      today={today}
      may={may}
    />
  ));
  // One item says its own kronor; the sum is of use where there are several.
  const isSum = items.filter((item) => stakeOf(item) !== null).length > 1;
  const stake =
    may.seeMoney && stakeOre !== null && isSum ? (
      <span className="block font-normal">
        <Amount value={stakeOre} /> {t('stake')}
      </span>
    ) : null;
  const named = NAMED_DAYS.find((name) => name === day);
  if (named !== undefined) {
    return (
      <TaskDay
        day={t(named)}
        detail={<Detail words={t(`${named}Detail`)} stake={stake} />}
        now={named === 'now'}
      >
        {tasks}
      </TaskDay>
    );
  }
  const date = plainDate(day);
  const short = dateInWords(date, locale, 'short').split(' ').slice(1).join(' ');
  return day === today ? (
    <TaskDay day={t('today')} detail={<Detail words={dateInWords(date, locale, 'day')} stake={stake} />} now>
      {tasks}
    </TaskDay>
  ) : (
    <TaskDay
      day={short}
      detail={<Detail words={t('on', { weekday: weekdayInWords(date, locale) })} stake={stake} />}
    >
      {tasks}
    </TaskDay>
  );
}

/** When it is, and the kronor of that day in all. */
function Detail({ words, stake }: { readonly words: string; readonly stake: ReactNode }) {
  return (
    <>
      {words} {stake}
    </>
  );
}
