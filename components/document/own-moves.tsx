import { useTranslations } from 'next-intl';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import type { DocumentPage } from '#lib/domain/document/document-pages.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';

type Props<Content, Facts, Decided> = {
  readonly page: DocumentPage<Content, Facts, Decided>;
  readonly formKey: string;
  readonly door: string;
};

/** What the provider can do with what it has sent: complete or correct it, take it back. */
export function OwnMoves<Content, Facts, Decided>({ page, formKey, door }: Props<Content, Facts, Decided>) {
  const t = useTranslations('document.page');
  const { document, moves } = page;
  if (!moves.replace && !moves.withdraw) return null;
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-4">
      {moves.replace && (
        <LinkAction
          look={document.status === 'returned' ? 'go' : 'line'}
          href={documentFormPath(document.placementId, document.kind, { replacesId: document.id })}
        >
          {t(document.status === 'returned' ? 'complete' : 'correct')}
        </LinkAction>
      )}
      {moves.withdraw && (
        <form method="post" action={`/api/documents/${document.kind}/withdraw`}>
          <FormBasis formKey={formKey} back={`${door}/documents/${document.id}`} />
          <input type="hidden" name="documentId" value={document.id} />
          <input type="hidden" name="version" value={document.version} />
          <Button look="quiet">{t('withdraw')}</Button>
          <small className="ms-2 text-ink-3">{t('withdrawHint')}</small>
        </form>
      )}
    </div>
  );
}
