import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { DocumentHead } from '#lib/domain/document/document.ts';
import { STATUS_TONE } from '#lib/domain/document/document-pages.ts';

/** How a document stands, in plain words. */
export function OwnDocumentStatus({
  document: { kind, status },
}: {
  readonly document: Pick<DocumentHead, 'kind' | 'status'>;
}) {
  const t = useTranslations('own-documents');
  return (
    <Status tone={STATUS_TONE[status]}>
      {status === 'approved' ? t(`approved.${kind}`) : t(`status.${status}`)}
    </Status>
  );
}
