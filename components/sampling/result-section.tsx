import { useTranslations } from 'next-intl';
import { mostOf, ShareInterval } from '#components/sampling/share-interval.tsx';
import { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';

/** What a sample says of all that it was drawn from. */
export function ResultSection({ estimate }: { readonly estimate: Estimate }) {
  const t = useTranslations('sampling');
  const words = useEstimateWords();
  const { frameCount, drawnCount, decidedCount, errorCount, share, isTooSmall } = estimate;
  return (
    <PageSection title={t('sample.resultTitle')} note={t('estimate.about')}>
      <DescriptionList
        facts={[
          {
            term: t('sample.share'),
            detail: (
              <>
                {words.share(estimate)}
                {share !== null && (
                  <ShareInterval
                    share={share}
                    isTooSmall={isTooSmall}
                    most={mostOf([estimate])}
                    words={words.picture(share)}
                  />
                )}
              </>
            ),
          },
          {
            term: t('sample.amount'),
            detail: (
              <>
                {words.amount(estimate)}
                <span className="block max-w-measure font-normal text-ink-2">{t('sample.amountAbout')}</span>
              </>
            ),
          },
          { term: t('sample.frame'), detail: frameCount },
          { term: t('sample.drawnCount'), detail: drawnCount },
          { term: t('sample.decidedCount'), detail: decidedCount },
          { term: t('sample.errorCount'), detail: errorCount },
        ]}
      />
    </PageSection>
  );
}
