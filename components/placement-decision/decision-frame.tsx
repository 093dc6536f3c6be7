import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { PlacementCase } from '#lib/domain/placement-decision/placement-case.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly given: PlacementCase;
  readonly title: string;
  readonly lead: string;
  readonly attempt: KeptForm | null;
  readonly children: ReactNode;
};

/** The page of a caseworker's own decision about a placement. */
export function DecisionFrame({ given, title, lead, attempt, children }: Props) {
  const t = useTranslations('admin.nav');
  const { place, placement } = given;
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[
          { href: '/admin/placements', words: t('placements') },
          { href: `/admin/placements/${placement.placementId}`, words: place.participantName },
        ]}
        here={title}
      />
      <PageHeading title={title} lead={`${place.participantName}, ${place.providerName}. ${lead}`} />
      <div className="grid max-w-[880px] gap-6">{children}</div>
    </>
  );
}
