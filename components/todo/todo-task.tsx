import { useTranslations } from 'next-intl';
import { ExtensionTask } from '#components/todo/extension-task.tsx';
import { RejectionTask } from '#components/todo/rejection-task.tsx';
import { shortened } from '#components/todo/shortened.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { Status } from '#components/ui/status.tsx';
import { Task } from '#components/ui/task-list.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { OutcomeTask, SignalWindowTask } from '#components/todo/outcome-task.tsx';
import type {
  AnsweredDispute,
  LeftCoaches,
  MissingCoaches,
  MissingFinalReport,
  MissingPlans,
  PlansToRedo,
  ReturnedDocument,
  ReturnedReport,
  TodoItem,
  UnansweredStatement,
  UnreadComments,
  UnsentMonth,
} from '#lib/domain/todo/todo.ts';
import { movedDayInWords } from '#lib/domain/terms/moved-day-words.ts';
import { formatMonth, formatMonthName } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Ore } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props<Item> = {
  readonly item: Item;
  readonly today: PlainDate;
  readonly may: TodoMay;
};

/** What the role sees and may do. */
export type TodoMay = { readonly assign: boolean; readonly attest: boolean; readonly seeMoney: boolean };

/** One thing to do, with where to do it. */
export function TodoTask({ item, ...rest }: Props<TodoItem>) {
  switch (item.kind) {
    case 'returned':
      return <Returned item={item} {...rest} />;
    case 'proposedRejection':
      return <RejectionTask item={item} />;
    case 'returnedDocument':
      return <ReturnedPaper item={item} {...rest} />;
    case 'finalReport':
      return <FinalReports item={item} {...rest} />;
    case 'month':
      return <Unsent item={item} {...rest} />;
    case 'outcome':
      return <OutcomeTask item={item} {...rest} />;
    case 'signalWindow':
      return <SignalWindowTask item={item} {...rest} />;
    case 'plan':
      return <Plans item={item} {...rest} />;
    case 'planRedo':
      return <PlansAgain item={item} {...rest} />;
    case 'extension':
      return <ExtensionTask item={item} today={rest.today} />;
    case 'planComment':
      return <Comments item={item} {...rest} />;
    case 'coaches':
      return <Coaches item={item} {...rest} />;
    case 'leftCoaches':
      return <Left item={item} {...rest} />;
    case 'statement':
      return <Statement item={item} {...rest} />;
    case 'dispute':
      return <Dispute item={item} {...rest} />;
  }
}

function Worth({ value }: { readonly value: Ore }) {
  return (
    <>
      <Amount value={value} size="lead" />
      <span className="block">
        <Example />
      </span>
    </>
  );
}

function Required() {
  const t = useTranslations('todo.task');
  return <span className="text-xs text-ink-3">{t('required')}</span>;
}

function Returned({ item, may }: Props<ReturnedReport>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { placementId, participantName, month, reason, returnedOn, amountOre } = item;
  const short = shortened(reason);
  return (
    <Task
      href={`/provider/months/${month}/${placementId}`}
      title={t('returned', { month: formatMonth(month, locale), name: participantName })}
      status={
        <Status tone="warn" icon="paused">
          {t('returnedOn', { day: dateInWords(returnedOn, locale, 'day') })}
        </Status>
      }
      worth={may.seeMoney ? <Worth value={amountOre} /> : undefined}
    >
      {short !== '' && t('reviewerSays', { reason: short })}
    </Task>
  );
}

function ReturnedPaper({ item, today }: Props<ReturnedDocument>) {
  const t = useTranslations('todo.task');
  const words = useTranslations('document.kinds');
  const locale = useStaffLocale();
  const { documentId, document, participantName, reason, dueOn } = item;
  const late = dueOn !== null && dueOn < today;
  return (
    <Task
      href={`/provider/documents/${documentId}`}
      title={t('returnedDocument', { document: words(document), name: participantName })}
      status={
        late ? (
          <Status tone="warn">{t('wasDue', { day: dateInWords(dueOn, locale, 'day') })}</Status>
        ) : undefined
      }
    >
      <p>{t('theySay', { reason: shortened(reason) })}</p>
      {dueOn !== null && !late && <p>{t('completeBy', { day: dateInWords(dueOn, locale, 'weekday') })}</p>}
    </Task>
  );
}

function Unsent({ item, today, may }: Props<UnsentMonth>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { month, participants, sent, ready, blocked, empty, dueOn, moved, amountOre } = item;
  const done = sent + ready;
  return (
    <Task
      href={`/provider/months/${month}`}
      title={t(may.attest ? 'month' : 'monthOnly', { month: formatMonthName(month, locale) })}
      status={
        dueOn < today ? (
          <Status tone="warn">{t('wasDue', { day: dateInWords(dueOn, locale, 'day') })}</Status>
        ) : undefined
      }
      worth={may.seeMoney ? <Worth value={amountOre} /> : <Required />}
    >
      <p>
        {t('progress', { done, participants, sent, blocked, empty })}{' '}
        {dueOn >= today && t('monthDue', { day: dateInWords(dueOn, locale, 'weekday') })}
      </p>
      {moved !== null && <p className="font-medium">{movedDayInWords(moved, locale)}</p>}
      <Meter
        value={done}
        most={participants}
        words={t('meter', { done, participants })}
        className="mt-2 max-w-75"
      />
    </Task>
  );
}

function Plans({ item, today }: Props<MissingPlans>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { count, placementId, participantName, dueOn } = item;
  return (
    <Task
      href={
        count === 1 ? `/provider/participants/${placementId}/plan` : '/provider/participants?show=withoutPlan'
      }
      title={count === 1 ? t('plan', { name: participantName }) : t('plans', { count })}
      status={dueOn < today ? <Status tone="warn">{t('planLate')}</Status> : undefined}
      worth={<Required />}
    >
      {dueOn >= today && t('planDue', { day: dateInWords(dueOn, locale, 'weekday') })}
    </Task>
  );
}

function FinalReports({ item, today }: Props<MissingFinalReport>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { placementId, participantName, dueOn, begun } = item;
  const day = dateInWords(dueOn, locale, 'weekday');
  return (
    <Task
      href={documentFormPath(placementId, 'finalReport')}
      title={t('finalReport', { name: participantName })}
      status={dueOn < today ? <Status tone="warn">{t('wasDue', { day })}</Status> : undefined}
      worth={<Required />}
    >
      {begun && t('finalReportBegun')} {dueOn >= today && t('planDue', { day })}
    </Task>
  );
}

function PlansAgain({ item, today }: Props<PlansToRedo>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { count, placementId, participantName, dueOn } = item;
  return (
    <Task
      href={
        count === 1 ? `/provider/participants/${placementId}/plan` : '/provider/participants?show=planRedo'
      }
      title={count === 1 ? t('planRedo', { name: participantName }) : t('planRedos', { count })}
      status={dueOn < today ? <Status tone="warn">{t('planLate')}</Status> : undefined}
      worth={<Required />}
    >
      {t('planRedoWhy')} {dueOn >= today && t('planDue', { day: dateInWords(dueOn, locale, 'weekday') })}
    </Task>
  );
}

function Comments({ item }: Props<UnreadComments>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { count, placementId, participantName, writtenOn } = item;
  return (
    <Task
      href={`/provider/participants/${placementId}#comments`}
      title={t('planComment', { name: participantName, count })}
    >
      {t('planCommentOn', { day: dateInWords(writtenOn, locale, 'day') })}
    </Task>
  );
}

function Coaches({ item, today }: Props<MissingCoaches>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { count, firstOn } = item;
  return (
    <Task
      href="/provider/intake"
      title={t('coaches', { count })}
      status={firstOn <= today ? <Status tone="warn">{t('begun')}</Status> : undefined}
    >
      {firstOn > today && t('firstBegins', { day: dateInWords(firstOn, locale, 'weekday') })}
    </Task>
  );
}

function Left({ item: { count, names } }: Props<LeftCoaches>) {
  const t = useTranslations('intake.todo');
  const locale = useStaffLocale();
  const name = new Intl.ListFormat(locale).format(names);
  return (
    <Task href="/provider/intake/coaches" title={t('left', { count, name })}>
      {t('leftWhy', { name })}
    </Task>
  );
}

function Statement({ item }: Props<UnansweredStatement>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { statementId, cutOff, dueOn, payableOre } = item;
  return (
    <Task
      href={`/provider/statements/${statementId}`}
      title={t('statement', { cutOff: dateInWords(cutOff, locale) })}
      worth={<Worth value={payableOre} />}
    >
      {dueOn !== null && t('statementDue', { day: dateInWords(dueOn, locale, 'weekday') })}
    </Task>
  );
}

function Dispute({ item }: Props<AnsweredDispute>) {
  const t = useTranslations('todo.task');
  const locale = useStaffLocale();
  const { disputeId, statementId, cutOff, answeredOn } = item;
  return (
    <Task
      href={`/provider/statements/${statementId}/disputes/${disputeId}`}
      title={t('dispute', { cutOff: dateInWords(cutOff, locale) })}
      status={
        <Status tone="warn" icon="paused">
          {t('disputeAnswered', { day: dateInWords(answeredOn, locale, 'day') })}
        </Status>
      }
    />
  );
}
