import { useTranslations } from 'next-intl';
import type { ChangedCell } from '#components/month-grid/kept-attempt.ts';
import { Notice } from '#components/ui/notice.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';

/** Without JavaScript: what was typed stands in the cells, what somebody else has saved stands here beside it. */
export function KeptChanges({ cells }: { readonly cells: readonly ChangedCell[] }) {
  const t = useTranslations('month-grid.merge');
  const locale = useStaffLocale();
  if (cells.length === 0) return null;
  return (
    <Notice tone="warn" title={t('title', { count: cells.length })} className="mb-4">
      <p>{t('plainLead')}</p>
      <ul className="mt-2 grid gap-1">
        {cells.map(({ placementId, name, field, mine, theirs }) => (
          <li key={`${placementId} ${field}`}>
            <b>{t('cell', { name, column: fieldName(field, locale) })}.</b>{' '}
            {t('mine', { value: mine || t('nothing') })}.{' '}
            {t('theirsUnknown', { value: theirs || t('nothing') })}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}
