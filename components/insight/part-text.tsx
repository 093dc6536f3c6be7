import { useTranslations } from 'next-intl';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { Part } from '#lib/domain/insight/provider-figures.ts';
import { percentWords } from '#lib/domain/insight/share-words.ts';

/** A part of a whole in per cent, with both counts: whoever reads it sees how little it may rest on. */
export function PartText({ part, of }: Part) {
  const t = useTranslations('review-insight');
  const locale = useStaffLocale();
  if (of === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="whitespace-nowrap">
      {percentWords(part / of, locale)} <small className="block text-ink-3">{t('part', { part, of })}</small>
    </span>
  );
}
