import { useLocale, useTranslations } from 'next-intl';
import { DocumentList } from '#components/document/document-list.tsx';
import { DecisionList } from '#components/placement-decision/decision-list.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { ShownPlacement } from '#lib/domain/admin/shown-placement.ts';
import { placementStanding } from '#lib/domain/placement-decision/placement-days.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = { readonly placement: ShownPlacement; readonly today: PlainDate };

/** What has been decided of a placement and what can be, and the documents about it. */
export function PlacementDecisions({ placement, today }: Props) {
  const t = useTranslations('interruption-request.decisions');
  const locale = useLocale();
  const { placementId, decisions, documents, finalReportDueOn, cancelled } = placement;
  const standing = placementStanding(placement, today);
  const goesOn = standing === 'goesOn' || standing === 'coming';
  const path = `/admin/placements/${placementId}`;
  return (
    <>
      <PageSection title={t('title')} note={t('note')}>
        {standing === 'completed' && !cancelled && (
          <p className="mb-4">{t('completed', { day: formatDate(finalReportDueOn, locale) })}</p>
        )}
        {!cancelled && standing !== 'completed' && (
          <div className="no-print mb-4 flex flex-wrap gap-4">
            {goesOn && (
              <LinkAction look="line" href={`${path}/extension`}>
                {t('toExtension')}
              </LinkAction>
            )}
            <LinkAction look="line" href={`${path}/end`}>
              {t(goesOn ? 'toEnd' : 'toBack')}
            </LinkAction>
          </div>
        )}
        <DecisionList decisions={decisions} />
      </PageSection>
      <PageSection title={t('documents')} note={t('documentsNote')}>
        <DocumentList documents={documents} drafts={[]} placementId={placementId} door="/admin" />
      </PageSection>
    </>
  );
}
