import { useLocale, useTranslations } from 'next-intl';
import { loadStanding, participantsSoon, type Workload } from '#lib/domain/intake/workload.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A coach's load in words, as it stands before anybody is chosen. */
export function useLoadWords(): {
  readonly counts: (load: Workload) => string;
  readonly more: (load: Workload, most: number) => string;
  readonly days: (period: { readonly from: PlainDate; readonly to: PlainDate }) => string;
} {
  const t = useTranslations('intake');
  const locale = useLocale();
  const days = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) => {
    const last = addDays(to, -1);
    if (from === last) return dateInWords(from, locale, 'day');
    return t('days', {
      from: dateInWords(from, locale, 'short'),
      through: dateInWords(last, locale, 'short'),
    });
  };
  return {
    days,
    counts: ({ participants, starting }) =>
      [t('load.now', { participants }), ...(starting > 0 ? [t('load.starting', { starting })] : [])].join(
        ', ',
      ),
    more: (load, most) => {
      const standing = loadStanding(load, 0, most);
      const { languages, absence } = load;
      return [
        ...(standing === 'room' ? [] : [`${t(`load.${standing}`, { most })}.`]),
        ...(languages.length === 0
          ? []
          : [
              `${t('load.languages', { languages: languages.map((tag) => languageName(tag, locale)).join(', ') })}.`,
            ]),
        ...(absence === null
          ? []
          : [`${t('load.away', { days: days(absence), name: absence.coveringName })}.`]),
      ].join(' ');
    },
  };
}

/** As many as a coach has within two weeks, against the most. */
export function useShareWords(): (load: Workload, most: number) => string {
  const t = useTranslations('intake.load');
  return (load, most) => t('of', { soon: participantsSoon(load), most });
}
