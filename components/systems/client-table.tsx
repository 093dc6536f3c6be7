import { useLocale, useTranslations } from 'next-intl';
import { ScopeLines } from '#components/systems/scope-lines.tsx';
import { StandingText } from '#components/systems/standing-text.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ApiClientView } from '#lib/domain/api-client/system-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** The provider's systems, what each may do and when it was last here. */
export function ClientTable({ clients }: { clients: readonly ApiClientView[] }) {
  const t = useTranslations('systems.clients');
  const locale = useLocale();
  const date = (at: Date): string => formatDate(plainDateFromDate(at), locale);
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={clients}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('name'),
            cell: ({ id, name, revokedAt }) => (
              <>
                <TextLink href={`/provider/systems/clients/${id}`}>{name}</TextLink>
                {revokedAt !== null && (
                  <small className="block">
                    <Status tone="none">{t('revoked', { date: date(revokedAt) })}</Status>
                  </small>
                )}
              </>
            ),
          },
          {
            key: 'may',
            head: t('may'),
            cell: ({ scopes }) => <ScopeLines scopes={scopes} />,
          },
          { key: 'standing', head: t('standing'), cell: (client) => <StandingText client={client} /> },
          {
            key: 'made',
            head: t('made'),
            cell: ({ createdAt, createdBy }) => (
              <>
                {date(createdAt)}
                <small className="block text-ink-2">
                  {createdBy === null ? t('withLoad') : t('by', { name: createdBy })}
                </small>
              </>
            ),
          },
          {
            key: 'lastUsed',
            head: t('lastUsed'),
            cell: ({ lastUsedOn }) => (lastUsedOn === null ? t('never') : formatDate(lastUsedOn, locale)),
          },
        ]}
      />
    </Sheet>
  );
}
