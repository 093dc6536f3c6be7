import { useTranslations } from 'next-intl';
import { type ChoiceProvider, noRatingBecause } from '#lib/domain/choice/choice-provider.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export interface RatingProps {
  provider: ChoiceProvider;
  today: PlainDate;
  /** Where what it is about is said beside it already. */
  untitled?: boolean | undefined;
}

/** That there is no rating yet, and why. */
export function Rating({ provider, today, untitled = false }: RatingProps) {
  const t = useTranslations('rating');
  return (
    <div>
      {!untitled && <p className="text-xs text-ink-3">{t('title')}</p>}
      <p className="font-bold">{t('none')}</p>
      <p className="text-ink-2">{t(noRatingBecause(provider.contractFrom, today))}</p>
    </div>
  );
}
