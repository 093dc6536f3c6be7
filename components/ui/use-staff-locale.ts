import { useLocale } from 'next-intl';
import { type StaffLocale, staffLocaleOf } from '#lib/shared/i18n/locale.ts';

/** The language of a page of providers or the authority: for words that are in Swedish and English alone. */
export function useStaffLocale(): StaffLocale {
  return staffLocaleOf(useLocale());
}
