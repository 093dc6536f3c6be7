import { useTranslations } from 'next-intl';
import { estimateColumns } from '#components/sampling/estimate-columns.tsx';
import { useCycleName } from '#components/sampling/use-cycle-name.ts';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';
import type { OwnSamples, SampleCycle } from '#lib/domain/sampling/sample-view.ts';

type Shown = { readonly cycle: SampleCycle | null; readonly estimate: Estimate };

/** What samples say of a provider's own reports, one by one and together, and the commitments to those to come. */
export function OwnSamplesSection({ samples }: { readonly samples: OwnSamples }) {
  const t = useTranslations('sampling');
  const { cycles, together, coming } = samples;
  const rows: readonly Shown[] = [
    ...(together === null ? [] : [{ cycle: null, estimate: together }]),
    ...cycles.map(({ estimate, ...cycle }) => ({ cycle, estimate })),
  ];
  return (
    <section aria-labelledby="own-samples" className="mt-12 border-t border-line-strong pt-6">
      <h2 id="own-samples" className="text-lg">
        {t('own.title')}
      </h2>
      <p className="mt-1 mb-4 max-w-lead text-xs text-ink-3">{t('own.note')}</p>
      {rows.length === 0 ? <EmptyState>{t('own.empty')}</EmptyState> : <OwnTable rows={rows} />}
      <p className="mt-4 max-w-measure text-xs text-ink-2">{t('estimate.about')}</p>
      {coming.length > 0 && <Coming coming={coming} />}
    </section>
  );
}

function OwnTable({ rows }: { readonly rows: readonly Shown[] }) {
  const t = useTranslations('sampling');
  const words = useEstimateWords();
  const nameOf = useCycleName();
  const file: Column<Shown> = {
    key: 'file',
    head: t('own.file'),
    cell: ({ cycle }) =>
      cycle === null ? null : (
        <TextLink
          href={`/api/samples/${cycle.id}/file`}
          download
          aria-label={t('own.fileOf', { month: nameOf(cycle) })}
        >
          {t('redraw.file')}
        </TextLink>
      ),
  };
  return (
    <DataTable
      caption={t('own.caption')}
      captionHidden
      columns={[
        {
          key: 'cycle',
          head: t('cycles.cycle'),
          cell: ({ cycle }) => (cycle === null ? t('own.together') : nameOf(cycle)),
        },
        ...estimateColumns(rows, ({ estimate }) => estimate, { t: (key) => t(`cycles.${key}`), words }),
        file,
      ]}
      rows={rows}
      rowKey={({ cycle }) => cycle?.id ?? 'together'}
    />
  );
}

/** Kept by who wants to check later that the secret was there before the reports were. */
function Coming({ coming }: { readonly coming: readonly SampleCycle[] }) {
  const t = useTranslations('sampling.own');
  const nameOf = useCycleName();
  return (
    <DisclosureMore summary={t('coming')} className="mt-4">
      <ul className="grid gap-2">
        {coming.map((cycle) => (
          <li key={cycle.id}>
            {nameOf(cycle)}
            <code className="block font-mono text-sm break-all">{cycle.commitment}</code>
          </li>
        ))}
      </ul>
    </DisclosureMore>
  );
}
