import { useLocale, useTranslations } from 'next-intl';
import { type DocumentFact, DocumentFacts } from '#components/participant/document/facts.tsx';
import { useDurationWords } from '#components/participant/duration.tsx';
import {
  CHOICES,
  type Deviation,
  FOLLOW_UPS,
  type FollowUp,
  isWholeDay,
} from '#lib/domain/deviation-report/deviation.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What a deviation report says. */
export function OwnDeviation({ content }: { readonly content: Deviation }) {
  const t = useTranslations('own-documents.deviation');
  const locale = useLocale();
  const time = useDurationWords();
  const answerOf = useFollowUp();
  const { cause, from, to, followUp } = content;
  const last = addDays(to, -1);
  const facts: readonly (DocumentFact | null)[] = [
    { term: t('cause'), said: t(`causes.${cause}`) },
    {
      term: t('day'),
      said:
        last === from
          ? dateInWords(from, locale, 'weekdayDate')
          : t('days', { from: dateInWords(from, locale), to: dateInWords(last, locale) }),
    },
    content.type === 'event'
      ? null
      : {
          term: t('away'),
          said: isWholeDay(content)
            ? t('awayWhole', { time: time(content.absentMinutes) })
            : t('awayPart', {
                absent: time(content.absentMinutes),
                expected: time(content.expectedMinutes),
              }),
        },
    ...FOLLOW_UPS.map((name) => answerOf(name, followUp[name])),
  ];
  return <DocumentFacts facts={facts} />;
}

/** A follow-up as the participant reads it: one of a few in their language, anything else as it was written. */
function useFollowUp(): (name: FollowUp, answer: string | undefined) => DocumentFact | null {
  const t = useTranslations('own-documents.deviation');
  return (name, answer) => {
    if (answer === undefined) return null;
    const term = t(`questions.${name}`);
    switch (name) {
      case 'notified': {
        const chosen = CHOICES.notified.find((one) => one === answer);
        return chosen === undefined ? null : { term, said: t(`answers.notified.${chosen}`) };
      }
      case 'otherKind': {
        const chosen = CHOICES.otherKind.find((one) => one === answer);
        return chosen === undefined ? null : { term, said: t(`answers.otherKind.${chosen}`) };
      }
      case 'reached': {
        const chosen = CHOICES.reached.find((one) => one === answer);
        return chosen === undefined ? null : { term, said: t(`answers.reached.${chosen}`) };
      }
      case 'what':
      case 'reason':
      case 'problem':
      case 'done':
      case 'adapted':
        return { term, text: answer };
    }
  };
}
