import { useTranslations } from 'next-intl';
import { CompareTable } from '#components/choice/compare-table.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ChoiceProvider } from '#lib/domain/choice/choice-provider.ts';
import { type ChoosingPlace, listPath } from '#lib/domain/choice/choosing-place.ts';

export interface CompareViewProps {
  providers: readonly ChoiceProvider[];
  tooMany: boolean;
  place: ChoosingPlace;
}

export function CompareView({ providers, tooMany, place }: CompareViewProps) {
  const t = useTranslations('choice.compare');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {tooMany && <Notice className="mb-6">{t('tooMany')}</Notice>}
      {providers.length < 2 && <Notice className="mb-6">{t('few')}</Notice>}
      {providers.length > 0 && (
        <Sheet className="px-6 py-4 max-md:px-4">
          <CompareTable providers={providers} place={place} />
        </Sheet>
      )}
      <LinkAction href={listPath(place)} big icon="left" className="mt-6">
        {t('back')}
      </LinkAction>
    </>
  );
}
