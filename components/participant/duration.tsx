import { useTranslations } from 'next-intl';

/** Minutes as hours and minutes in whole words: `6 timmar 30 minuter`. */
export function Duration({ minutes }: { minutes: number }) {
  const t = useTranslations('participant.duration');
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('minutes', { minutes: rest });
  return rest === 0 ? t('hours', { hours }) : t('both', { hours, minutes: rest });
}
