import { useTranslations } from 'next-intl';
import { CycleStatus } from '#components/sampling/cycle-status.tsx';
import { estimateColumns } from '#components/sampling/estimate-columns.tsx';
import { useCycleName } from '#components/sampling/use-cycle-name.ts';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedCycle } from '#lib/domain/sampling/sample-view.ts';

/** The cycles with their state and what each says. */
export function CycleTable({ cycles }: { readonly cycles: readonly ListedCycle[] }) {
  const t = useTranslations('sampling');
  const nameOf = useCycleName();
  const words = useEstimateWords();
  return (
    <DataTable
      caption={t('cycles.caption')}
      captionHidden
      columns={[
        {
          key: 'cycle',
          head: t('cycles.cycle'),
          cell: (cycle) => <TextLink href={`/review/samples/${cycle.id}`}>{nameOf(cycle)}</TextLink>,
        },
        { key: 'state', head: t('cycles.state'), cell: (cycle) => <CycleStatus cycle={cycle} /> },
        ...estimateColumns(cycles, ({ estimate }) => estimate, { t: (key) => t(`cycles.${key}`), words }),
      ]}
      rows={cycles}
      rowKey={({ id }) => id}
    />
  );
}
