import { useTranslations } from 'next-intl';
import { CycleStatus } from '#components/sampling/cycle-status.tsx';
import { useCycleName } from '#components/sampling/use-cycle-name.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { SampleCycle } from '#lib/domain/sampling/sample-view.ts';

/** The cycles that are not drawn yet, with the commitments to their secrets. */
export function ComingSection({ coming }: { readonly coming: readonly SampleCycle[] }) {
  const t = useTranslations('sampling');
  const nameOf = useCycleName();
  if (coming.length === 0) return null;
  return (
    <PageSection title={t('cycles.comingTitle')} note={t('cycles.comingNote')}>
      <DataTable
        caption={t('cycles.comingTitle')}
        captionHidden
        columns={[
          {
            key: 'cycle',
            head: t('cycles.cycle'),
            cell: (cycle) => <TextLink href={`/review/samples/${cycle.id}`}>{nameOf(cycle)}</TextLink>,
          },
          {
            key: 'state',
            head: t('cycles.state'),
            cell: (cycle) => <CycleStatus cycle={{ ...cycle, estimate: null }} />,
          },
          {
            key: 'commitment',
            head: t('redraw.commitment'),
            wide: true,
            cell: ({ commitment }) => <code className="font-mono text-sm break-all">{commitment}</code>,
          },
        ]}
        rows={coming}
        rowKey={({ id }) => id}
      />
    </PageSection>
  );
}
