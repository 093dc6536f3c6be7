import { useLocale, useTranslations } from 'next-intl';
import { useLoadWords } from '#components/intake/load-words.ts';
import { Notice } from '#components/ui/notice.tsx';
import { type Cover, coversOn } from '#lib/domain/intake/cover.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly covers: readonly Cover[];
  readonly personId: string;
  readonly today: PlainDate;
};

/** For whom a coach covers and who covers for them, now and to come. */
export function OwnCovers({ covers, personId, today }: Props) {
  const t = useTranslations('intake.own');
  const locale = useLocale();
  const words = useLoadWords();
  if (covers.length === 0) return null;
  const sentence = (cover: Cover) => {
    const covering = cover.coveringPersonId === personId;
    const name = covering ? cover.coachName : cover.coveringName;
    return coversOn(cover, today)
      ? t(covering ? 'covering' : 'covered', {
          name,
          day: dateInWords(addDays(cover.to, -1), locale, 'day'),
        })
      : t(covering ? 'comingCovering' : 'comingCovered', { name, days: words.days(cover) });
  };
  return (
    <Notice className="mb-6" title={t('title')}>
      {covers.map((cover) => (
        <p key={cover.id}>{sentence(cover)}</p>
      ))}
    </Notice>
  );
}
