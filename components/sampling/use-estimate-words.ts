import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';
import { formatKronor, roundToKrona } from '#lib/shared/money.ts';

type EstimateWords = {
  /** A share 0–1 as per cent with one decimal. */
  readonly percent: (share: number) => string;
  /** The share with its interval; that the sample is too small, or that nothing is known. */
  readonly share: (estimate: Estimate | null) => string;
  /** The same for a picture, in a sentence. */
  readonly picture: (share: NonNullable<Estimate['share']>) => string;
  readonly amount: (estimate: Estimate | null) => string;
};

/** What an estimate says, in words. */
export function useEstimateWords(): EstimateWords {
  const t = useTranslations('sampling.estimate');
  const format = useFormatter();
  const locale = useLocale();
  const percent = (share: number): string =>
    format.number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const inPercent = ({ estimate, low, high }: NonNullable<Estimate['share']>) => ({
    estimate: percent(estimate),
    low: percent(low),
    high: percent(high),
  });
  return {
    percent,
    share: (estimate) => {
      if (estimate === null) return t('notDrawn');
      if (estimate.share === null) return t('notYet');
      const inWords = inPercent(estimate.share);
      if (estimate.share.low === estimate.share.high) return t('certain', inWords);
      return t(estimate.isTooSmall ? 'tooSmall' : 'share', inWords);
    },
    picture: (share) => t('words', inPercent(share)),
    amount: (told) => {
      if (told === null) return t('notDrawn');
      if (told.amount === null) return t('notYet');
      const [estimate, high] = [told.amount.estimate, told.amount.high].map((amount) =>
        formatKronor(roundToKrona(amount), locale),
      );
      return t('amount', { estimate: estimate ?? '', high: high ?? '' });
    },
  };
}
