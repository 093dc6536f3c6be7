import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { leftOf, type MonthList, type MonthListItem } from '#lib/domain/report/month-list.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { monthOf } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly list: MonthList; readonly seesMoney: boolean };

/** Every month with how far it has come. */
export function MonthListView({ list, seesMoney }: Props) {
  const t = useTranslations('reporting.list');
  const locale = useLocale();
  const columns: readonly Column<MonthListItem>[] = [
    {
      key: 'month',
      head: t('month'),
      cell: ({ month }) => (
        <TextLink href={`/provider/months/${month}`}>{capitalFirst(formatMonth(month, locale))}</TextLink>
      ),
    },
    {
      key: 'state',
      head: t('state'),
      cell: (item) => (
        <>
          <State item={item} today={list.today} />
          {item.reopened > 0 && (
            <small className="block text-ink-2">{t('reopened', { count: item.reopened })}</small>
          )}
        </>
      ),
    },
    {
      key: 'sent',
      head: t('sent'),
      cell: (item) => {
        const sent = item.participants - leftOf(item);
        const words = t('sentOf', { sent, participants: item.participants });
        return (
          <>
            {words}
            <Meter value={sent} most={item.participants} words={words} className="w-40 max-w-full" />
          </>
        );
      },
    },
    { key: 'approved', head: t('approved'), numeric: true, cell: ({ approved }) => approved },
    ...(seesMoney
      ? [
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ sentOre }: MonthListItem) => <Amount value={sentOre} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {list.months.length === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <Sheet className="p-6 max-md:px-4">
          <DataTable
            caption={t('caption')}
            captionHidden
            columns={columns}
            rows={list.months}
            rowKey={({ month }) => month}
          />
        </Sheet>
      )}
    </>
  );
}

type StateProps = { readonly item: MonthListItem; readonly today: PlainDate };

function State({ item, today }: StateProps) {
  const t = useTranslations('reporting.list');
  const locale = useLocale();
  const left = leftOf(item);
  const day = dateInWords(item.dueOn, locale, 'day');
  if (item.returned > 0) {
    return (
      <Status
        tone="warn"
        icon="paused"
        reason={left > item.returned ? t('left', { count: left }) : undefined}
      >
        {t('returned', { count: item.returned })}
      </Status>
    );
  }
  if (monthOf(today) === item.month) {
    return (
      <Status tone="none" icon="started" reason={t('due', { day })}>
        {t('goesOn')}
      </Status>
    );
  }
  if (left > 0 && item.dueOn < today) {
    return (
      <Status tone="warn" reason={t('wasDue', { day })}>
        {t('left', { count: left })}
      </Status>
    );
  }
  if (left > 0) {
    return (
      <Status tone="none" reason={t('due', { day })}>
        {t('left', { count: left })}
      </Status>
    );
  }
  // What is taken up again waits for a decision too, whatever it counts as meanwhile.
  const waiting = item.waiting + item.reopened;
  return waiting > 0 ? (
    <Status tone="wait">{t('waiting', { count: waiting })}</Status>
  ) : (
    <Status tone="ok">{t('decided')}</Status>
  );
}
