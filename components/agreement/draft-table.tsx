import { useTranslations } from 'next-intl';
import { DraftStatusText } from '#components/agreement/draft-status.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ListedDraft } from '#lib/domain/agreement/version-draft.ts';

export interface DraftTableProps {
  agreementDrafts: readonly ListedDraft[];
  termsDrafts: readonly ListedDraft[];
}

/** Drafts that are alive, of agreement versions and of terms. */
export function DraftTable({ agreementDrafts, termsDrafts }: DraftTableProps) {
  const t = useTranslations('agreement.list');
  const rows = [
    ...agreementDrafts.map((draft) => ({
      ...draft,
      href: `/admin/agreements/drafts/${draft.id}`,
      words: draft.name === '' ? t('unnamed') : draft.name,
    })),
    ...termsDrafts.map((draft) => ({
      ...draft,
      href: `/admin/terms/drafts/${draft.id}`,
      words: draft.name === '' ? t('termsUndated') : t('termsFrom', { date: draft.name }),
    })),
  ];
  return (
    <Sheet className="px-6 py-4 max-md:px-4">
      <DataTable
        caption={t('drafts')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('draftName'),
            cell: ({ href, words }) => <TextLink href={href}>{words}</TextLink>,
          },
          { key: 'state', head: t('state'), cell: ({ status }) => <DraftStatusText status={status} /> },
          {
            key: 'edited',
            head: t('edited'),
            cell: ({ lastEdited }) => (
              <>
                <InstantText instant={lastEdited.at} />
                {lastEdited.by !== null && <small> {t('editedBy', { name: lastEdited.by })}</small>}
              </>
            ),
          },
        ]}
      />
    </Sheet>
  );
}
