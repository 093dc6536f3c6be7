import { useTranslations } from 'next-intl';
import { useGroupWords } from '#components/statement/group-words.ts';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { PendingView } from '#lib/domain/statement/statement-view.ts';

/** Amounts on their way: for whom, when at the earliest, and what each needs. */
export function PendingTable({ entries }: { entries: readonly PendingView[] }) {
  const t = useTranslations('statement');
  const words = useGroupWords();
  /** Result pay comes in parts, and each says after how many months. */
  const whatOf = ({ key, component }: PendingView): string => {
    const what = words.title({ component, month: null, correction: false });
    const months = /^result:(\d+)$/.exec(key)?.[1];
    return months === undefined ? what : t('waiting.after', { what, count: Number(months) });
  };
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('waiting.caption')}
        captionHidden
        rows={entries}
        rowKey={({ placementId, key }) => `${placementId} ${key}`}
        columns={[
          {
            key: 'what',
            head: t('paid.what'),
            cell: (entry) => (
              <>
                {entry.isProtected ? t('subject.protected') : entry.name}
                <small>{whatOf(entry)}</small>
              </>
            ),
          },
          { key: 'due', head: t('waiting.due'), cell: ({ dueOn }) => <DateText date={dueOn} /> },
          {
            key: 'need',
            head: t('waiting.need'),
            wide: true,
            cell: ({ need }) => (
              <Status tone="wait" className="font-normal">
                <span lang="sv">{need}</span>
              </Status>
            ),
          },
          {
            key: 'amount',
            head: t('paid.amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }) => <Amount value={amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
