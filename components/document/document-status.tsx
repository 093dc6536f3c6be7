import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/status.tsx';
import type { DocumentHead } from '#lib/domain/document/document.ts';
import { STATUS_TONE } from '#lib/domain/document/document-pages.ts';

type Props = { readonly document: Pick<DocumentHead, 'kind' | 'status'> };

/** How a document stands, in words of its own kind where it is approved. */
export function DocumentStatusText({ document: { kind, status } }: Props) {
  const t = useTranslations('document');
  return (
    <Status tone={STATUS_TONE[status]}>
      {status === 'approved' ? t(`approvedAs.${kind}`) : t(`status.${status}`)}
    </Status>
  );
}
