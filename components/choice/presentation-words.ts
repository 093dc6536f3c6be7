import { ACTIVITIES } from '#lib/domain/activity/activity.ts';
import { type Locale, staffLocaleOf } from '#lib/shared/i18n/locale.ts';

/** What a kind of support is called. */
export function activityWords(code: string, locale: Locale): string {
  const found = Object.entries(ACTIVITIES).find(([known]) => known === code);
  return found?.[1][staffLocaleOf(locale)] ?? code;
}
