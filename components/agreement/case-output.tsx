import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { CaseOutput } from '#lib/domain/agreement/golden-case.ts';
import { COMPONENT_SV, REASON_SV } from '#lib/domain/compensation/swedish.ts';

/** What a case gives with the draft: what is paid, what is to come, what is not paid and why. */
export function CaseOutputTable({ output }: { output: CaseOutput }) {
  const t = useTranslations('agreement.cases');
  const rows = [
    ...output.lines.map((line) => ({ ...line, part: 'lines' as const, note: '' })),
    ...output.pending.map((entry) => ({ ...entry, part: 'pending' as const, note: entry.dueOn })),
    ...output.notPayable.map((entry) => ({
      ...entry,
      part: 'notPayable' as const,
      note: REASON_SV[entry.reason],
    })),
  ];
  if (rows.length === 0) return <p className="text-ink-2">{t('nothingPaid')}</p>;
  return (
    <DataTable
      caption={t('output')}
      captionHidden
      rows={rows}
      rowKey={({ part, key }) => `${part} ${key}`}
      columns={[
        { key: 'key', head: t('key'), cell: ({ key }) => <code>{key}</code>, sum: t('part.totals') },
        {
          key: 'what',
          head: t('where'),
          cell: ({ component, part, note }) => (
            <>
              {COMPONENT_SV[component]}, {t(`part.${part}`).toLowerCase()}
              {note !== '' && <small> {note}</small>}
            </>
          ),
        },
        {
          key: 'amount',
          head: t('amount'),
          unit: <Example />,
          numeric: true,
          cell: ({ amountOre }) => <Amount value={amountOre} exact />,
          sum: <Amount value={output.totals.earnedOre} exact />,
        },
      ]}
    />
  );
}
