import { useLocale, useTranslations } from 'next-intl';
import type { TodoMay } from '#components/todo/todo-task.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Status } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';
import type { ClosingWindow, OutcomeTodo } from '#lib/domain/todo/todo.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props<Item> = { readonly item: Item; readonly today: PlainDate; readonly may: TodoMay };

/** What an outcome needs next: to be reported, completed or shown. */
export function OutcomeTask({ item, may }: Props<OutcomeTodo>) {
  const t = useTranslations('todo.task');
  const locale = useLocale();
  const { step, placementId, outcomeId, participantName, dueOn, amountOre } = item;
  const evidence = step === 'milestone' || step === 'evidence';
  const href =
    outcomeId === null
      ? `/provider/outcomes/new?placement=${placementId}`
      : `/provider/outcomes/${outcomeId}${evidence ? '/evidence' : ''}`;
  const worth = may.seeMoney && amountOre !== null && amountOre > 0;
  return (
    <Task
      href={href}
      title={t(`outcome.${step}`, { name: participantName })}
      worth={
        worth ? (
          <>
            <Amount value={amountOre} size="lead" />
            <span className="block">
              <Example />
            </span>
          </>
        ) : undefined
      }
    >
      <p>{t(`outcomeWhy.${step}`, { day: dueOn === null ? '' : dateInWords(dueOn, locale, 'weekday') })}</p>
    </Task>
  );
}

/** Those who have ended, and whose last day to be signalled comes near. */
export function SignalWindowTask({ item, today }: Props<ClosingWindow>) {
  const t = useTranslations('todo.task');
  const locale = useLocale();
  const { count, participantName, placementId, dueOn } = item;
  return (
    <Task
      href={count === 1 ? `/provider/participants/${placementId}` : '/provider/participants?state=ended'}
      title={count === 1 ? t('signalWindow', { name: participantName }) : t('signalWindows', { count })}
      status={dueOn === today ? <Status tone="warn">{dateInWords(dueOn, locale, 'day')}</Status> : undefined}
    >
      <p>{t('signalWindowWhy', { count, day: dateInWords(dueOn, locale, 'weekday') })}</p>
    </Task>
  );
}
