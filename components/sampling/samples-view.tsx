import { useTranslations } from 'next-intl';
import { ComingSection } from '#components/sampling/coming-section.tsx';
import { AutomaticSection } from '#components/sampling/automatic-section.tsx';
import { CycleTable } from '#components/sampling/cycle-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { SampleList } from '#lib/domain/sampling/sample-view.ts';

/** The samples of what the rules approve, and how much that is. */
export function SamplesView({ list }: { readonly list: SampleList }) {
  const t = useTranslations('sampling');
  const { cycles, coming, total, page, pageSize, months } = list;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {/* As wide as the page: what is compared should be seen at once. */}
      <section aria-labelledby="samples" className="border-t border-line-strong pt-6">
        <h2 id="samples" className="text-lg">
          {t('cycles.title')}
        </h2>
        <p className="mt-1 mb-4 max-w-lead text-xs text-ink-3">{t('cycles.note')}</p>
        {cycles.length === 0 ? <EmptyState>{t('cycles.empty')}</EmptyState> : <CycleTable cycles={cycles} />}
        <Pagination
          page={page}
          pages={Math.ceil(total / pageSize)}
          hrefOf={(at) => `/review/samples?page=${at}`}
        />
        <p className="mt-4 max-w-measure text-xs text-ink-2">{t('estimate.about')}</p>
      </section>
      <AutomaticSection months={months} />
      <ComingSection coming={coming} />
    </>
  );
}
