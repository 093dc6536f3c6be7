import { useTranslations } from 'next-intl';
import { useEntryWords } from '#components/calculator/entry-words.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { NotPayable, Pending } from '#lib/domain/compensation/evaluation.ts';

interface PendingCardProps {
  pending: readonly Pending[];
  more: number;
}

/** What may come, and on which day. */
export function PendingCard({ pending, more }: PendingCardProps) {
  const t = useTranslations('calculator.result');
  const words = useEntryWords();
  return (
    <Card title={t('pendingTitle')} level={3}>
      <p className="mb-3 text-ink-2">{t('pendingNote')}</p>
      <DataTable
        caption={t('caption.pending')}
        captionHidden
        rows={pending}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: t('what'), cell: (entry) => words.title(entry) },
          { key: 'dueOn', head: t('dueOn'), cell: (entry) => <DateText date={entry.dueOn} /> },
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: (entry) => <Amount value={entry.amountOre} exact />,
          },
        ]}
      />
      {more > 0 && <p className="mt-3 text-ink-2">{t('more', { count: more })}</p>}
    </Card>
  );
}

interface NotPaidCardProps {
  notPayable: readonly NotPayable[];
  more: number;
}

/** What is at stake and not paid, and why. */
export function NotPaidCard({ notPayable, more }: NotPaidCardProps) {
  const t = useTranslations('calculator.result');
  const reason = useTranslations('statement.notPaid.reason');
  const words = useEntryWords();
  return (
    <Card title={t('notPaidTitle')} level={3}>
      <DataTable
        caption={t('caption.notPayable')}
        captionHidden
        rows={notPayable}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: t('what'), cell: (entry) => words.title(entry) },
          { key: 'why', head: t('why'), cell: (entry) => reason(entry.reason) },
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: (entry) => (entry.key === 'outcome' ? '–' : <Amount value={entry.amountOre} exact />),
          },
        ]}
      />
      {more > 0 && <p className="mt-3 text-ink-2">{t('more', { count: more })}</p>}
    </Card>
  );
}
