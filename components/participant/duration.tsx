import { useTranslations } from 'next-intl';

/** Says minutes as hours and minutes in whole words: `6 timmar 30 minuter`. */
export function useDurationWords(): (minutes: number) => string {
  const t = useTranslations('participant.duration');
  return (all) => {
    const hours = Math.floor(all / 60);
    const minutes = all % 60;
    if (hours === 0) return t('minutes', { minutes });
    return minutes === 0 ? t('hours', { hours }) : t('both', { hours, minutes });
  };
}

/** Minutes as hours and minutes in whole words. */
export function Duration({ minutes }: { minutes: number }) {
  return useDurationWords()(minutes);
}
