import { useTranslations } from 'next-intl';
import { listHref } from '#components/admin/list-href.ts';
import { MOST_EXPORTED } from '#lib/domain/admin/audit-log.ts';
import type { AuditSearchInput } from '#lib/schemas/admin.ts';

/** The result as a file, once the asker has said why. */
export function LogDownload({ filters }: { readonly filters: Omit<AuditSearchInput, 'before'> }) {
  const t = useTranslations('admin.log');
  if (filters.reason === '') return <p className="text-ink-2">{t('downloadHint')}</p>;
  return (
    <p>
      <a className="btn btn-plain" href={listHref('/api/admin/log/csv', filters)}>
        {t('download')}
      </a>{' '}
      <span className="text-ink-2">{t('downloadNote', { most: MOST_EXPORTED })}</span>
    </p>
  );
}
