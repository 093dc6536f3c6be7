import { useTranslations } from 'next-intl';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { conflictWords } from '#lib/domain/deviation-report/conflict-words.ts';
import {
  type Deviation,
  deviationCauseName,
  type DeviationFacts,
  FOLLOW_UPS,
  isWholeDay,
} from '#lib/domain/deviation-report/deviation.ts';
import { followUpAnswer, followUpQuestion } from '#lib/domain/deviation-report/follow-up-words.ts';
import { loggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly content: Deviation; readonly facts: DeviationFacts };

/** What a deviation report says, and what the log says against it. */
export function DeviationContent({ content, facts }: Props) {
  const t = useTranslations('deviation-report');
  const locale = useStaffLocale();
  const { cause, from, to, followUp } = content;
  const last = addDays(to, -1);
  const conflict = content.type === 'absence' ? loggedConflict(content, facts.logged) : null;
  const rows: readonly Fact[] = [
    { term: t(`types.${content.type}`), detail: deviationCauseName(cause, locale) },
    {
      term: t('day'),
      detail:
        last === from
          ? dateInWords(from, locale, 'weekdayDate')
          : t('days', { from: dateInWords(from, locale), to: dateInWords(last, locale) }),
    },
    ...(content.type === 'absence'
      ? [
          {
            term: t('away'),
            detail: t(isWholeDay(content) ? 'awayWhole' : 'awayPart', {
              absent: formatHours(content.absentMinutes, locale),
              expected: formatHours(content.expectedMinutes, locale),
            }),
          },
        ]
      : []),
    ...FOLLOW_UPS.flatMap((name): readonly Fact[] => {
      const answer = followUp[name];
      return answer === undefined
        ? []
        : [
            {
              term: followUpQuestion(name, cause, locale),
              detail: <span className="whitespace-pre-line">{followUpAnswer(name, answer, locale)}</span>,
            },
          ];
    }),
    ...(conflict === null ? [] : [{ term: t('log'), detail: conflictWords(conflict, locale).message }]),
  ];
  return <DescriptionList facts={rows} />;
}
