import { useTranslations } from 'next-intl';
import type { Part } from '#lib/domain/admin/caseworker-desk.ts';

/** Said under a list that does not show all its rows. */
export function ShownPart({ items, total }: Part<unknown>) {
  const t = useTranslations('admin');
  if (total <= items.length) return null;
  return <p className="mt-3 text-xs text-ink-3">{t('shownOf', { shown: items.length, total })}</p>;
}
