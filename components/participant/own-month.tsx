import { useLocale, useTranslations } from 'next-intl';
import { aboutOf, activitiesPath } from '#components/participant/activities-path.ts';
import { type AnsweringProps, OwnActivityItem } from '#components/participant/own-activity.tsx';
import { OwnWords } from '#components/participant/own-words.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { type OwnActivity, type OwnMonth, unanswered } from '#lib/domain/activity-answer/activity-answer.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

type Props = AnsweringProps & {
  readonly own: OwnMonth;
  /** The newest month stands open. */
  readonly open: boolean;
  /** Something of it has just been answered: what was said is in sight. */
  readonly isAnswered: boolean;
};

/** A month with one provider: what waits for an answer, one button for all of it, and what is answered, folded. */
export function OwnMonthPart({ own, open, isAnswered, ...answering }: Props) {
  const t = useTranslations('own-activities');
  const locale = useLocale();
  const month = formatMonth(own.month, locale);
  const waiting = unanswered(own.activities);
  const answered = own.activities.filter(({ answer }) => answer !== null);
  const about = answering.disputing?.about;
  const isOpen = (activities: readonly OwnActivity[]): boolean =>
    activities.some((activity) => aboutOf(own, activity) === about);
  return (
    <section className="card rounded-lg border border-line bg-sheet px-(--room) py-3">
      <DisclosureMore open={open || isOpen(own.activities)} summary={<MonthSummary own={own} />}>
        {own.settled && <p className="mb-2 max-w-measure text-ink-2">{t('settled')}</p>}
        {waiting.length > 0 && (
          <>
            <ul>
              {waiting.map((activity) => (
                <OwnActivityItem key={activity.key} own={own} activity={activity} {...answering} />
              ))}
            </ul>
            <form
              method="post"
              action="/api/participant/activity-answers/month"
              className="no-print border-t border-line py-4"
            >
              <FormBasis formKey={answering.formKey()} back={activitiesPath(answering)} />
              <input type="hidden" name="placementId" value={own.placementId} />
              <input type="hidden" name="month" value={own.month} />
              <input type="hidden" name="waiting" value={waiting.length} />
              <p className="mb-2">{t('confirmText', { count: waiting.length })}</p>
              <Button big aria-label={t('confirmMonthOf', { month })}>
                {t('confirmMonth')}
              </Button>
            </form>
          </>
        )}
        {answered.length > 0 && (
          <DisclosureMore
            open={isOpen(answered) || isAnswered || waiting.length === 0}
            summary={t('answered', { count: answered.length })}
          >
            <ul>
              {answered.map((activity) => (
                <OwnActivityItem key={activity.key} own={own} activity={activity} {...answering} />
              ))}
            </ul>
          </DisclosureMore>
        )}
      </DisclosureMore>
    </section>
  );
}

function MonthSummary({ own: { month, provider, activities } }: { readonly own: OwnMonth }) {
  const t = useTranslations('own-activities');
  const locale = useLocale();
  const waiting = unanswered(activities).length;
  const disputed = activities.filter(({ answer }) => answer === 'disputed').length;
  return (
    <span>
      <span className="block font-bold first-letter:uppercase">
        {t.rich('month', {
          month: formatMonth(month, locale),
          provider,
          name: (words) => <OwnWords>{words}</OwnWords>,
        })}
      </span>
      {/* A box of its own takes no part in the underline of what is pressed. */}
      <span className="inline-block font-normal text-ink-2">
        {waiting > 0 ? t('waiting', { count: waiting }) : t('allAnswered')}
        {disputed > 0 && <span className="block text-warn">{t('someDisputed', { count: disputed })}</span>}
      </span>
    </span>
  );
}
