import { useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import type { QualityBasis } from '#lib/domain/quality/quality-view.ts';

/** When the facts were read, and what from. */
export function QualityFreshness({ basis }: { readonly basis: QualityBasis }) {
  const t = useTranslations('quality');
  return (
    <p className="mt-3 max-w-measure text-xs text-ink-3">
      {t('fresh')} <InstantText instant={new Date(basis.readAt)} />, {t('freshWords')}
    </p>
  );
}
