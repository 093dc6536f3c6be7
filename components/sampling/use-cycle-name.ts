import { useLocale, useTranslations } from 'next-intl';
import type { SampleCycle } from '#lib/domain/sampling/sample-view.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

/** What a cycle is called in lists: its month and draw. */
export function useCycleName(): (cycle: Pick<SampleCycle, 'month' | 'draw'>) => string {
  const t = useTranslations('sampling');
  const locale = useLocale();
  return ({ month, draw }) =>
    t('month', { month: capitalFirst(formatMonth(month, locale)), draw: String(draw) });
}
