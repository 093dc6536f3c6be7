import { useTranslations } from 'next-intl';
import { DateText } from '#components/ui/date-text.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { LoggedMinutes, ParticipantAnswer, ReportedRow } from '#lib/domain/review/reviewed-report.ts';

type Answers = { readonly answers: readonly ParticipantAnswer[]; readonly entries: readonly LoggedMinutes[] };

/** What the participant says of the row and of its entries in the log. */
export function answersOf(row: ReportedRow, { answers, entries }: Answers): readonly ParticipantAnswer[] {
  const ids = new Set(entries.map(({ id }) => id));
  return answers.filter(({ entryId, activity, form }) =>
    entryId === null ? activity === row.activity && form === row.form : ids.has(entryId),
  );
}

/** The answers to one row, counted: what is disputed is what somebody must look at. */
export function RowAnswers({ answers }: Pick<Answers, 'answers'>) {
  const t = useTranslations('review-decision.row');
  const disputed = answers.filter(({ answer }) => answer === 'disputed').length;
  const confirmed = answers.length - disputed;
  if (answers.length === 0) return <span className="text-ink-3">{t('unanswered')}</span>;
  if (disputed === 0) return <Status tone="ok">{t('confirms', { count: confirmed })}</Status>;
  return (
    <Status
      tone="warn"
      icon="paused"
      reason={confirmed === 0 ? undefined : t('confirms', { count: confirmed }).toLowerCase()}
    >
      {t('disputes', { count: disputed })}
    </Status>
  );
}

/** What the participant says of one entry, in the own words. */
export function AnswerWords({ answer }: { readonly answer: ParticipantAnswer | undefined }) {
  const t = useTranslations('review-decision.row');
  if (answer === undefined) return <span className="text-ink-3">{t('unanswered')}</span>;
  if (answer.answer === 'confirmed') return <Status tone="ok">{t('confirmed')}</Status>;
  const cause = t(answer.cause ?? 'other');
  return (
    <Status tone="warn" icon="paused">
      {answer.words === '' ? cause : t('said', { cause, words: answer.words })}
    </Status>
  );
}

/** The entries behind a row, each with the participant's answer; an answer to the row itself where there are none. */
export function RowEntries({ answers, entries }: Answers) {
  const locale = useStaffLocale();
  const own = answers.find(({ entryId }) => entryId === null);
  if (entries.length === 0) return own === undefined ? null : <AnswerWords answer={own} />;
  return (
    <ul className="grid gap-1">
      {entries.map(({ id, date, form, minutes, note }) => (
        <li key={id} className="flex flex-wrap gap-x-4">
          <DateText date={date} style="short" />
          {form !== null && <span>{formName(form, locale)}</span>}
          <span>{hoursAsClock(minutes)}</span>
          <AnswerWords answer={answers.find(({ entryId }) => entryId === id)} />
          {note !== '' && <span className="w-full text-ink-2">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
