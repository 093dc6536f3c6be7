import { useLocale, useTranslations } from 'next-intl';
import { CycleStatus } from '#components/sampling/cycle-status.tsx';
import { estimateColumns } from '#components/sampling/estimate-columns.tsx';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedCycle } from '#lib/domain/sampling/sample-view.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

/** The cycles with their state and what each says. */
export function CycleTable({ cycles }: { readonly cycles: readonly ListedCycle[] }) {
  const t = useTranslations('sampling');
  const locale = useLocale();
  const words = useEstimateWords();
  return (
    <DataTable
      caption={t('cycles.caption')}
      captionHidden
      columns={[
        {
          key: 'cycle',
          head: t('cycles.cycle'),
          cell: ({ id, month, draw }) => (
            <TextLink href={`/review/samples/${id}`}>
              {t('month', { month: capitalFirst(formatMonth(month, locale)), draw: String(draw) })}
            </TextLink>
          ),
        },
        { key: 'state', head: t('cycles.state'), cell: (cycle) => <CycleStatus cycle={cycle} /> },
        ...estimateColumns(cycles, ({ estimate }) => estimate, { t: (key) => t(`cycles.${key}`), words }),
      ]}
      rows={cycles}
      rowKey={({ id }) => id}
    />
  );
}
