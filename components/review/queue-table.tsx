import { useTranslations } from 'next-intl';
import { useCaseWords } from '#components/review/case-words.tsx';
import { QueueReason } from '#components/review/queue-reason.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DateText, InstantText } from '#components/ui/date-text.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { casePath } from '#lib/domain/review/case.ts';
import { isApprovableTogether, type QueuedCase, type ReviewQueue } from '#lib/domain/review/review-queue.ts';
import { type ReviewQueueInput, withQueueWay } from '#lib/schemas/review-bench.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly queue: ReviewQueue;
  readonly filter: ReviewQueueInput;
  readonly today: PlainDate;
  readonly personId: string;
};

export function QueueTable({ queue, filter, today, personId }: Props) {
  const t = useTranslations('review-bench');
  const what = useCaseWords();
  const places = new Map(
    queue.cases.map(({ id }, index) => [id, (queue.page - 1) * queue.pageSize + index + 1]),
  );
  const columns: readonly Column<QueuedCase>[] = [
    {
      key: 'participant',
      head: t('participant'),
      cell: (line) => (
        <>
          <TextLink
            href={withQueueWay(casePath(line), { filter, at: places.get(line.id) ?? 1 })}
            data-queue-line=""
          >
            {line.participantName}
          </TextLink>
          <span className="block text-xs font-normal text-ink-3">
            {what(line)}, {t('level', { level: line.level })}
          </span>
        </>
      ),
    },
    {
      key: 'provider',
      head: t('provider'),
      cell: (line) => (
        <>
          {line.providerName}
          <span className="block text-xs text-ink-3">
            {line.officeName}, {line.area}
          </span>
        </>
      ),
    },
    { key: 'why', head: t('why'), cell: (line) => <QueueReason line={line} /> },
    { key: 'decideBy', head: t('decideBy'), cell: (line) => <Due line={line} today={today} /> },
    { key: 'taken', head: t('taken'), cell: (line) => <Taken line={line} personId={personId} /> },
    {
      key: 'amount',
      head: t('amount'),
      unit: <Example />,
      numeric: true,
      cell: ({ amountOre }) =>
        amountOre === null ? <span className="text-ink-3">–</span> : <Amount value={amountOre} />,
    },
    {
      key: 'choose',
      head: t('choose'),
      headHidden: true,
      cell: (line) => (isChoosable(line, personId) ? <Choice line={line} words={what(line)} /> : null),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={queue.cases}
      rowKey={({ id }) => id}
    />
  );
}

function isChoosable(line: QueuedCase, personId: string): boolean {
  return isApprovableTogether(line) && (line.takenByPersonId ?? personId) === personId;
}

function Choice({ line, words }: { readonly line: QueuedCase; readonly words: string }) {
  const t = useTranslations('review-bench');
  return (
    <label className="choice min-h-6 py-0">
      <input type="checkbox" name="report" value={line.id} data-queue-choice={line.id} />
      <span className="sr-only">{t('chooseOne', { name: line.participantName, what: words })}</span>
      <span aria-hidden="true" className="md:hidden">
        {t('choose')}
      </span>
    </label>
  );
}

function Due({ line, today }: { readonly line: QueuedCase; readonly today: PlainDate }) {
  const t = useTranslations('review-bench');
  return line.dueOn < today ? (
    <Status tone="warn" reason={<DateText date={line.dueOn} style="day" />}>
      {t('overdueSince')}
    </Status>
  ) : (
    <DateText date={line.dueOn} style="weekday" />
  );
}

function Taken({ line, personId }: { readonly line: QueuedCase; readonly personId: string }) {
  const t = useTranslations('review-bench');
  const { takenByPersonId, takenByName, takenAt } = line;
  if (takenByPersonId === null) return <span className="text-ink-3">{t('free')}</span>;
  return (
    <>
      {takenByPersonId === personId ? <b>{t('you')}</b> : takenByName}
      {takenAt !== null && (
        <span className="block text-xs text-ink-3">
          <InstantText instant={new Date(takenAt)} style="day" />
        </span>
      )}
    </>
  );
}
