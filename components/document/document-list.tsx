import { useLocale, useTranslations } from 'next-intl';
import { DocumentStatusText } from '#components/document/document-status.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DocumentDraft, ListedDocument } from '#lib/domain/document/document-pages.ts';
import { documentFormPath } from '#lib/domain/document/document-path.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly documents: readonly ListedDocument[];
  readonly drafts: readonly DocumentDraft[];
  readonly placementId: string;
  /** Behind which front door the documents are read. */
  readonly door: string;
};

/** A participant's documents with how they stand; the reason of each refusal is one press away. Drafts come first. */
export function DocumentList({ documents, drafts, placementId, door }: Props) {
  const t = useTranslations('document');
  const locale = useLocale();
  if (documents.length === 0 && drafts.length === 0) return <EmptyState>{t('list.empty')}</EmptyState>;
  return (
    <ul className="grid">
      {drafts.map((draft) => (
        <li key={draft.draftId} className="border-b border-line py-3">
          <TextLink
            className="font-medium"
            href={documentFormPath(placementId, draft.kind, {
              draftId: draft.draftId,
              ...(draft.replacesId === null ? {} : { replacesId: draft.replacesId }),
            })}
          >
            {t(`kinds.${draft.kind}`)}
          </TextLink>
          <p className="text-sm text-ink-2">
            {t('status.draft')} ·{' '}
            {t('list.draftSaved', {
              at: formatDate(plainDateFromDate(new Date(draft.savedAt)), locale),
              name: draft.savedByName,
            })}
          </p>
        </li>
      ))}
      {documents.map((document) => (
        <li key={document.id} className="grid gap-1 border-b border-line py-3 last:border-b-0 sm:grid-cols-2">
          <div>
            <TextLink className="font-medium" href={`${door}/documents/${document.id}`}>
              {t(`kinds.${document.kind}`)}
            </TextLink>
            <p className="text-sm text-ink-2">
              {t('list.sent', { day: formatDate(document.submittedOn, locale) })}
            </p>
          </div>
          <div>
            <DocumentStatusText document={document} />
            {document.status === 'returned' && document.completeBy !== null && (
              <p className="text-sm">
                {t('list.completeBy', { day: formatDate(document.completeBy, locale) })}
              </p>
            )}
            {(document.decisionReason ?? '') !== '' && (
              <DisclosureMore summary={t('list.reason')}>
                <p className="max-w-measure whitespace-pre-line">{document.decisionReason}</p>
              </DisclosureMore>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
