import { useLocale, useTranslations } from 'next-intl';
import type { Component } from '#lib/domain/compensation/evaluation.ts';
import { LEVELS } from '#lib/domain/compensation/types.ts';
import type { LineGroup } from '#lib/domain/statement/statement-view.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { Month } from '#lib/shared/month.ts';

type Titled = { readonly component: Component; readonly month: Month | null; readonly correction: boolean };

/** Words for groups of lines and for what is in them. */
export function useGroupWords() {
  const t = useTranslations('statement.group');
  const locale = useLocale();

  function title({ component, month, correction }: Titled): string {
    const values = { month: month === null ? '' : formatMonth(month, locale) };
    return correction ? t(`${component}Correction`, values) : t(component, values);
  }

  /** `38 deltagare: 8 på nivå A, 30 på nivå B`. */
  function participants({ participants: count, levels }: LineGroup): string {
    const held = LEVELS.filter((level) => levels[level] > 0);
    return t('participants', {
      count,
      levels: held.map((level) => t('level', { count: levels[level], level })).join(', '),
    });
  }

  function quantity(count: number | null, inDays: boolean): string | null {
    if (count === null) return null;
    return inDays ? t('days', { count }) : t('pieces', { count });
  }

  return { title, participants, quantity };
}
