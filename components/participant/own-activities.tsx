import { useLocale, useTranslations } from 'next-intl';
import { type Disputing, DisputeForm, useDayOf } from '#components/participant/dispute-form.tsx';
import { aboutOf, disputeHref } from '#components/participant/dispute-href.ts';
import { GiveConfirmed } from '#components/participant/give-confirmed.tsx';
import { Duration } from '#components/participant/duration.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { Table } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type OwnActivity, type OwnMonth, unanswered } from '#lib/domain/activity-answer/activity-answer.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Props = {
  readonly months: readonly OwnMonth[];
  /** Keys of the forms: each that is sent is a form of its own. */
  readonly formKey: () => string;
  /** What the participant is about to dispute, if anything. */
  readonly disputing: Disputing | null;
};

/** What providers have logged of the participant's last months, each with the answer; works without JavaScript. */
export function OwnActivities({ months, formKey, disputing }: Props) {
  const t = useTranslations('checks.answers');
  if (months.length === 0) return null;
  return (
    <section aria-labelledby="answers-title" className="mt-8">
      <h2 id="answers-title">{t('title')}</h2>
      <p className="mt-1 mb-4 max-w-measure text-ink-2">{t('lead')}</p>
      <div className="grid gap-5">
        {months.map((month) => (
          <MonthOfActivities
            key={`${month.month} ${month.placementId}`}
            month={month}
            formKey={formKey}
            disputing={disputing}
          />
        ))}
      </div>
    </section>
  );
}

function MonthOfActivities({ month: own, formKey, disputing }: Omit<Props, 'months'> & { month: OwnMonth }) {
  const t = useTranslations('checks.answers');
  const locale = useLocale();
  const { placementId, provider, activities } = own;
  const month = formatMonth(own.month, locale);
  const waiting = unanswered(activities).length;
  const disputed = activities.find((activity) => disputing?.about === aboutOf(own, activity));
  const isDisputed = activities.some(({ answer }) => answer === 'disputed');
  return (
    <Card level={3} title={capitalFirst(t('month', { month, provider }))}>
      <Table caption={t('caption', { month })} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t('activity')}</th>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('answer')}</th>
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.key} own={own} activity={activity} formKey={formKey} />
          ))}
        </tbody>
      </Table>
      {disputing !== null && disputed !== undefined && (
        <DisputeForm own={own} activity={disputed} disputing={disputing} />
      )}
      {waiting > 0 && (
        <form method="post" action="/api/participant/activity-answers/month" className="mt-4">
          <FormBasis formKey={formKey()} back="/participant/reports" />
          <input type="hidden" name="placementId" value={placementId} />
          <input type="hidden" name="month" value={own.month} />
          <input type="hidden" name="waiting" value={waiting} />
          <Button big>{t(isDisputed ? 'confirmAll' : 'confirmMonth')}</Button>
        </form>
      )}
    </Card>
  );
}

type RowProps = Pick<Props, 'formKey'> & { readonly own: OwnMonth; readonly activity: OwnActivity };

function ActivityRow({ own, activity, formKey }: RowProps) {
  const t = useTranslations('checks.answers');
  const participant = useTranslations('participant');
  const name = participant(`activity.${activity.activity}`);
  const day = useDayOf(activity);
  return (
    <tr>
      <th scope="row">
        {name}
        <small className="block font-normal text-ink-2">
          {participant(`form.${activity.form ?? 'none'}`)}
        </small>
      </th>
      <td data-label={t('day')}>{day}</td>
      <td data-label={t('time')}>
        <Duration minutes={activity.minutes} />
      </td>
      <td data-label={t('answer')} className="wide">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <AnswerStatus activity={activity} />
          {activity.answer === 'disputed' ? (
            <GiveConfirmed
              own={own}
              activity={activity}
              label={t('rightAfterAllOf', { activity: name, day })}
              formKey={formKey()}
            />
          ) : (
            <TextLink
              href={disputeHref(own, activity)}
              aria-label={t('notRightOf', { activity: name, day })}
              className="inline-flex min-h-(--target) items-center"
            >
              {t('notRight')}
            </TextLink>
          )}
        </div>
      </td>
    </tr>
  );
}

function AnswerStatus({ activity: { answer, cause, words } }: { readonly activity: OwnActivity }) {
  const t = useTranslations('checks.answers');
  if (answer === null) return <Status tone="none">{t('none')}</Status>;
  if (answer === 'confirmed') return <Status tone="ok">{t('confirmed')}</Status>;
  const reason = [cause === null ? '' : t(`dispute.${cause}`), words]
    .filter((part) => part !== '')
    .join('. ');
  return (
    <Status tone="warn" reason={reason}>
      {t('disputed')}
    </Status>
  );
}
