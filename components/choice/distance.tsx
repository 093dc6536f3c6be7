import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { intlTag } from '#lib/shared/i18n/locale.ts';

const KILOMETRE = 1000;
const NEAR = 10 * KILOMETRE;

/** Whole metres up to a kilometre, then tenths of one, from ten kilometres whole ones. */
export function Distance({ metres }: { metres: number }) {
  const t = useTranslations('choice.distance');
  const locale = useLocale();
  const words = { b: (chunks: ReactNode) => <b className="text-lg tracking-[-0.01em]">{chunks}</b> };
  const kilometres = new Intl.NumberFormat(intlTag(locale), { maximumFractionDigits: metres < NEAR ? 1 : 0 });
  return (
    <span className="inline-flex items-baseline gap-2">
      <Icon name="pin" className="self-center text-accent" />
      <span>
        {metres < KILOMETRE
          ? t.rich('metres', { ...words, metres: String(metres) })
          : t.rich('kilometres', { ...words, kilometres: kilometres.format(metres / KILOMETRE) })}
      </span>
    </span>
  );
}
