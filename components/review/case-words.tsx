import { useLocale, useTranslations } from 'next-intl';
import type { CaseKind } from '#lib/domain/review/case.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type What = Pick<QueuedCase, 'month' | 'outcome'> & { readonly kind: CaseKind };

/** What a case is, in a word or two: `Rapport, oktober 2026`. */
export function useCaseWords(): (what: What) => string {
  const t = useTranslations('review-bench');
  const locale = useLocale();
  return ({ kind, month, outcome }) => {
    switch (kind) {
      case 'periodicReport':
      case 'correction':
        return t(`what.${kind}`, { month: month === null ? '' : formatMonth(month, locale) });
      case 'finalReport':
        return t('what.finalReport');
      case 'outcome':
        return t('what.outcome', { type: outcome === null ? '' : t(`outcomeType.${outcome.type}`) });
    }
  };
}
