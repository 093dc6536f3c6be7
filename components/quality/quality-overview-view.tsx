import { useTranslations } from 'next-intl';
import { CoachTable } from '#components/quality/coach-table.tsx';
import { Definitions } from '#components/quality/definitions.tsx';
import { OfficeTable } from '#components/quality/office-table.tsx';
import { QualityFreshness } from '#components/quality/quality-freshness.tsx';
import { qualityListHref } from '#components/quality/quality-href.ts';
import { RequirementTable } from '#components/quality/requirement-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { QualityOverview } from '#lib/domain/quality/quality-view.ts';

type Props = {
  readonly overview: QualityOverview;
  readonly mayOpen: boolean;
};

/** How the provider stands against the contract's requirements today: all of it, its offices, its coaches. */
export function QualityOverviewView({ overview, mayOpen }: Props) {
  const t = useTranslations('quality');
  const tUi = useTranslations('ui');
  const { participants, withBroken: broken, withNear: near, withoutCoach } = overview;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { participants, broken, near })}>
        <QualityFreshness basis={overview} />
        <div className="no-print mt-4 flex flex-wrap gap-x-4 gap-y-2">
          {broken > 0 && (
            <LinkAction look="go" href={qualityListHref({ state: 'broken' })}>
              {t('showBroken')}
            </LinkAction>
          )}
          <LinkAction href={qualityListHref({})}>{t('showAll')}</LinkAction>
          <PrintButton>{tUi('print')}</PrintButton>
        </div>
      </PageHeading>
      <PageSection title={t('requirements')} note={t('requirementsNote')}>
        <RequirementTable overview={overview} />
      </PageSection>
      {/* As wide as the page: what is compared should be seen at once. */}
      <section aria-labelledby="offices" className="mt-12 border-t border-line-strong pt-6">
        <h2 id="offices" className="text-lg">
          {t('officesTitle')}
        </h2>
        <p className="mt-1 mb-4 text-xs text-ink-3">{t('officesNote')}</p>
        <OfficeTable overview={overview} mayOpen={mayOpen} />
      </section>
      <PageSection title={t('coachesTitle')} note={t('coachesNote')}>
        <CoachTable overview={overview} />
        {withoutCoach > 0 && <p className="mt-3 text-warn">{t('withoutCoach', { count: withoutCoach })}</p>}
      </PageSection>
      <PageSection title={t('definitionsTitle')} note={t('definitionsNote')}>
        <Definitions terms={overview.terms} />
      </PageSection>
    </>
  );
}
