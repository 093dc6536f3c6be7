import { useLocale, useTranslations } from 'next-intl';
import { type Component, countsDays, type Line } from '#lib/domain/compensation/evaluation.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { parseMonth } from '#lib/shared/month.ts';

/** Words for the entries of an evaluation by their keys: `base:2026-03:2020-01-01`, `result:4`, `outcome`. */
export function useEntryWords() {
  const t = useTranslations('calculator');
  const locale = useLocale();

  function title({ key, component }: { readonly key: string; readonly component: Component }): string {
    const [head, part = ''] = key.split(':');
    if (head === 'outcome') return t('entry.outcome');
    const month = parseMonth(part);
    if (component === 'basePay')
      return t('entry.basePay', { month: month === null ? '' : formatMonth(month, locale) });
    return component === 'resultPay'
      ? t('entry.resultPay', { months: Number(part) })
      : t(`entry.${component}`);
  }

  function quantity(line: Line): string {
    const { quantity: count } = line;
    return countsDays(line) ? t('result.days', { count }) : t('result.pieces', { count });
  }

  return { title, quantity };
}
