import { useTranslations } from 'next-intl';
import { Duration } from '#components/participant/duration.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';

/** What a version of the plan says, to the one whom it is about. */
export function OwnPlanContent({ plan }: { readonly plan: PlanVersion }) {
  const t = useTranslations('participant.plan');
  const own = useTranslations('plan.own');
  const { aim, field, goal, activities, parties } = plan;
  return (
    <>
      {(goal !== '' || aim !== null) && (
        <Card title={t('goal')}>
          {aim !== null && <p className="max-w-measure text-lg">{own(`aim.${aim}`, { field })}</p>}
          <p className="max-w-measure text-lg">{goal}</p>
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
                <h3>{name}</h3>
                <p>
                  {role}: {task}
                </p>
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
  const own = useTranslations('plan.own');
  return (
    <ul>
      {activities.map(({ activity, purpose, goal, minutesPerWeek }) => (
        <li key={activity} className="border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
          <h3>{t(`activity.${activity}`)}</h3>
          {purpose !== '' && (
            <p>
              {t('plan.purpose')}: {purpose}
            </p>
          )}
          {goal !== '' && (
            <p>
              {t('plan.activityGoal')}: {goal}
            </p>
          )}
          {minutesPerWeek !== null && (
            <p>
              {own('minutes')}: <Duration minutes={minutesPerWeek} />
            </p>
          )}
          {MANDATORY_ACTIVITIES.includes(activity) && (
            <p className="text-xs text-ink-3">{t('plan.mandatory')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
