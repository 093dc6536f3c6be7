import { useLocale, useTranslations } from 'next-intl';
import { intlTag } from '#lib/shared/i18n/locale.ts';

const KILOMETRE = 1000;
const NEAR = 10 * KILOMETRE;

/** Whole metres up to a kilometre, then tenths of one, from ten kilometres whole ones. */
export function DistanceWords({ metres }: { metres: number }) {
  const t = useTranslations('provider-search.distance');
  const digits = { maximumFractionDigits: metres < NEAR ? 1 : 0 };
  const kilometres = new Intl.NumberFormat(intlTag(useLocale()), digits).format(metres / KILOMETRE);
  return metres < KILOMETRE ? t('metres', { metres: String(metres) }) : t('kilometres', { kilometres });
}
