import { useTranslations } from 'next-intl';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import type { SamplePage } from '#lib/domain/sampling/sample-view.ts';

/** The strata of one provider: how many were drawn of how many, and why so many. */
export function StratumTable({ chosen }: { readonly chosen: NonNullable<SamplePage['chosen']> }) {
  const t = useTranslations('sampling');
  const { percent } = useEstimateWords();
  const { name, strata } = chosen;
  return (
    <section aria-labelledby="strata" className="mt-12 border-t border-line-strong pt-6">
      <h2 id="strata" className="text-lg">
        {t('sample.strataTitle', { name })}
      </h2>
      <p className="mt-1 mb-4 text-xs text-ink-3">{t('sample.strataNote')}</p>
      <DataTable
        caption={t('sample.strataCaption')}
        captionHidden
        columns={[
          { key: 'area', head: t('sample.area'), cell: ({ deliveryAreaId }) => deliveryAreaId },
          { key: 'level', head: t('sample.level'), cell: ({ level }) => level },
          {
            key: 'drawn',
            head: t('sample.probability'),
            numeric: true,
            cell: ({ drawnCount, frameCount }) => t('sample.ofAll', { drawn: drawnCount, all: frameCount }),
          },
          {
            key: 'decided',
            head: t('sample.decidedCount'),
            numeric: true,
            cell: ({ decidedCount }) => decidedCount,
          },
          { key: 'errors', head: t('sample.errorCount'), numeric: true, cell: ({ errors }) => errors.length },
          {
            key: 'share',
            head: t('sample.taken'),
            cell: ({ sharePermille, because }) =>
              `${percent(sharePermille / 1000)}, ${t(`sample.because.${because}`)}`,
          },
        ]}
        rows={strata}
        rowKey={({ deliveryAreaId, level }) => `${deliveryAreaId} ${level}`}
      />
    </section>
  );
}
