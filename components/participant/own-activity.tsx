import { useLocale, useTranslations } from 'next-intl';
import { aboutOf, activitiesPath } from '#components/participant/activities-path.ts';
import { AnswerOf } from '#components/participant/answer-of.tsx';
import { type Disputing, DisputeForm } from '#components/participant/dispute-form.tsx';
import { Duration } from '#components/participant/duration.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnActivity, OwnMonth } from '#lib/domain/activity-answer/activity-answer.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

export type AnsweringProps = {
  readonly page: number;
  /** Keys of the forms: each that is sent is a form of its own. */
  readonly formKey: () => string;
  /** What the participant is about to dispute, if anything. */
  readonly disputing: Disputing | null;
};

type Props = AnsweringProps & { readonly own: OwnMonth; readonly activity: OwnActivity };

/** One activity as it was logged: what, when, how and how long; then the answer, or the way to one. */
export function OwnActivityItem({ own, activity, page, formKey, disputing }: Props) {
  const t = useTranslations('own-activities');
  const participant = useTranslations('participant');
  const locale = useLocale();
  const { date, minutes, answer } = activity;
  const name = participant(`activity.${activity.activity}`);
  const day = date === null ? t('wholeMonth') : dateInWords(date, locale, 'weekday');
  const about = aboutOf(own, activity);
  const isOpen = disputing !== null && disputing.about === about;
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="font-medium">{name}</p>
      <ul className="flex flex-wrap gap-x-5 text-ink-2">
        <li className="first-letter:uppercase">{day}</li>
        <li>{participant(`form.${activity.form ?? 'none'}`)}</li>
        <li>
          <Duration minutes={minutes} />
        </li>
      </ul>
      <OwnAnswer activity={activity} />
      {isOpen ? (
        <DisputeForm own={own} activity={activity} page={page} disputing={disputing} />
      ) : (
        <div className="no-print flex flex-wrap items-center gap-x-6">
          {answer !== 'disputed' && (
            <TextLink
              href={`${activitiesPath({ page, dispute: about })}#dispute`}
              aria-label={t('notRightOf', { activity: name, day })}
              className="inline-flex min-h-(--target) items-center"
            >
              {t('notRight')}
            </TextLink>
          )}
          {answer !== null && !own.settled && (
            <form method="post" action="/api/participant/activity-answers">
              <FormBasis formKey={formKey()} back={activitiesPath({ page })} />
              <AnswerOf own={own} activity={activity} answer="withdrawn" />
              <Button look="quiet" aria-label={t('takeBackOf', { activity: name, day })}>
                {t('takeBack')}
              </Button>
            </form>
          )}
        </div>
      )}
    </li>
  );
}

function OwnAnswer({ activity: { answer, cause, words } }: Pick<Props, 'activity'>) {
  const t = useTranslations('own-activities');
  if (answer === null) return null;
  if (answer === 'confirmed') return <Status tone="ok">{t('right')}</Status>;
  return (
    <div className="my-1">
      <Status tone="warn">{t('wrong')}</Status>
      {cause !== null && <p>{t('why', { cause: t(`dispute.${cause}`) })}</p>}
      {words !== '' && (
        <p className="max-w-measure wrap-anywhere whitespace-pre-line" dir="auto">
          {words}
        </p>
      )}
    </div>
  );
}
