import { useTranslations } from 'next-intl';
import { DocumentList } from '#components/document/document-list.tsx';
import { CardSection } from '#components/participants/card-section.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';

/** Every document with how it stands, and the reason of a refusal one press away. */
export function CardDocuments({ card }: { readonly card: ParticipantCard }) {
  const t = useTranslations('participants.documents');
  const { documents, drafts, placementId } = card;
  const isEmpty = documents.length + drafts.length === 0;
  const list = (
    <DocumentList documents={documents} drafts={drafts} placementId={placementId} door="/provider" />
  );
  return (
    <CardSection id="documents" title={t('title')}>
      {isEmpty ? list : <Sheet className="px-5 py-2 max-md:px-4">{list}</Sheet>}
    </CardSection>
  );
}
