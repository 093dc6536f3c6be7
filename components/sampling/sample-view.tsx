import { useLocale, useTranslations } from 'next-intl';
import { estimateColumns } from '#components/sampling/estimate-columns.tsx';
import { RedrawSection } from '#components/sampling/redraw-section.tsx';
import { ResultSection } from '#components/sampling/result-section.tsx';
import { StratumTable } from '#components/sampling/stratum-table.tsx';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedCycle, SamplePage } from '#lib/domain/sampling/sample-view.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** A sample: what it says of all and of each provider, what it was drawn from, and how anybody draws it again. */
export function SampleView({ sample }: { readonly sample: SamplePage }) {
  const t = useTranslations('sampling');
  const locale = useLocale();
  const { cycle, providers, chosen } = sample;
  const title = t('sample.title', { month: formatMonth(cycle.month, locale) });
  return (
    <>
      <Breadcrumbs above={[{ href: '/review/samples', words: t('title') }]} here={title} />
      <PageHeading title={title} lead={<Lead cycle={cycle} />}>
        <p className="mt-2 text-ink-2">{t('sample.draw', { draw: String(cycle.draw) })}</p>
      </PageHeading>
      {cycle.estimate !== null && cycle.estimate.frameCount > 0 && (
        <ResultSection estimate={cycle.estimate} />
      )}
      {providers.length > 0 && <Providers sample={sample} />}
      {chosen !== null && <StratumTable chosen={chosen} />}
      <RedrawSection cycle={cycle} />
    </>
  );
}

function Lead({ cycle }: { readonly cycle: ListedCycle }) {
  const t = useTranslations('sampling.sample');
  const locale = useLocale();
  const { state, drawOn, estimate } = cycle;
  const counts = {
    drawn: estimate?.drawnCount ?? 0,
    frame: estimate?.frameCount ?? 0,
    decided: estimate?.decidedCount ?? 0,
    errors: estimate?.errorCount ?? 0,
  };
  switch (state) {
    case 'open':
      return t('leadOpen', { date: dateInWords(drawOn, locale) });
    case 'drawn':
      return t('leadDrawn', counts);
    case 'closed':
      return t('leadClosed', counts);
  }
}

function Providers({ sample: { cycle, providers } }: { readonly sample: SamplePage }) {
  const t = useTranslations('sampling');
  const words = useEstimateWords();
  return (
    <section aria-labelledby="providers" className="mt-12 border-t border-line-strong pt-6">
      <h2 id="providers" className="text-lg">
        {t('sample.providersTitle')}
      </h2>
      <p className="mt-1 mb-4 max-w-lead text-xs text-ink-3">{t('sample.providersNote')}</p>
      <DataTable
        caption={t('sample.providersCaption')}
        captionHidden
        columns={[
          {
            key: 'provider',
            head: t('sample.provider'),
            cell: ({ providerId, name }) => (
              <TextLink
                href={`/review/samples/${cycle.id}?provider=${providerId}#strata`}
                aria-label={t('sample.showStrata', { name })}
              >
                {name}
              </TextLink>
            ),
          },
          ...estimateColumns(providers, ({ estimate }) => estimate, {
            t: (key) => t(`cycles.${key}`),
            words,
          }),
        ]}
        rows={providers}
        rowKey={({ providerId }) => providerId}
      />
    </section>
  );
}
