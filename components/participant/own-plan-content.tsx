import { useTranslations } from 'next-intl';
import { Duration } from '#components/participant/duration.tsx';
import { OwnWords, SwedishText } from '#components/participant/own-words.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';

/** What a version of the plan says, to the one whom it is about; what was written in it is in Swedish. */
export function OwnPlanContent({ plan }: { readonly plan: PlanVersion }) {
  const t = useTranslations('participant.plan');
  const own = useTranslations('own-plan');
  const { aim, field, goal, activities, parties } = plan;
  return (
    <>
      {(goal !== '' || aim !== null) && (
        <Card title={t('goal')}>
          {aim !== null && (
            <p className="max-w-measure text-lg">
              {own.rich(`aim.${aim}`, { field, name: (words) => <OwnWords>{words}</OwnWords> })}
            </p>
          )}
          {goal !== '' && <SwedishText>{goal}</SwedishText>}
        </Card>
      )}
      <Card title={t('activities')}>
        <PlannedActivities activities={activities} />
      </Card>
      {parties.length > 0 && (
        <Card title={own('parties')}>
          <ul>
            {parties.map(({ name, role, task }) => (
              <li key={name} className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
                <h3>
                  <OwnWords>{name}</OwnWords>
                </h3>
                <SwedishText>{`${role}: ${task}`}</SwedishText>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function PlannedActivities({ activities }: Pick<PlanVersion, 'activities'>) {
  const t = useTranslations('participant');
  const own = useTranslations('own-plan');
  return (
    <ul>
      {activities.map(({ activity, purpose, goal, minutesPerWeek }) => (
        <li
          key={activity}
          className="break-inside-avoid border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0"
        >
          <h3>{t(`activity.${activity}`)}</h3>
          <dl className="grid gap-1">
            {purpose !== '' && <Said term={t('plan.purpose')} text={purpose} />}
            {goal !== '' && <Said term={t('plan.activityGoal')} text={goal} />}
            {minutesPerWeek !== null && (
              <div>
                <dt className="text-ink-2">{own('minutes')}</dt>
                <dd>
                  <Duration minutes={minutesPerWeek} />
                </dd>
              </div>
            )}
          </dl>
          {MANDATORY_ACTIVITIES.includes(activity) && (
            <p className="text-sm text-ink-3">{t('plan.mandatory')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Said({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt className="text-ink-2">{term}</dt>
      <dd>
        <SwedishText>{text}</SwedishText>
      </dd>
    </div>
  );
}
