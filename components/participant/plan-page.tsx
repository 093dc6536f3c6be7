import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { OwnPlan } from '#lib/domain/participant/own-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** The joint plan as it holds now, to be read. */
export function PlanPage({ plan }: { plan: OwnPlan | null }) {
  const t = useTranslations('participant.plan');
  const locale = useLocale();
  if (plan === null) {
    return (
      <>
        <PageHeading title={t('title')} />
        <EmptyState action={<LinkAction href="/participant">{t('home')}</LinkAction>}>
          {t('empty')}
        </EmptyState>
      </>
    );
  }
  const lead = t('lead', { provider: plan.provider, date: formatDate(plan.from, locale) });
  return (
    <>
      <PageHeading title={t('title')} lead={plan.derived ? undefined : lead} />
      {plan.derived && <Notice className="mb-6">{t('derived')}</Notice>}
      {plan.goal !== '' && (
        <Card title={t('goal')} className="mb-5">
          <p className="max-w-measure text-lg">{plan.goal}</p>
        </Card>
      )}
      <Card title={t('activities')}>
        <PlannedActivities activities={plan.activities} />
      </Card>
    </>
  );
}

function PlannedActivities({ activities }: Pick<OwnPlan, 'activities'>) {
  const t = useTranslations('participant');
  return (
    <ul>
      {activities.map(({ activity, purpose, goal }) => (
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
          {MANDATORY_ACTIVITIES.includes(activity) && (
            <p className="text-xs text-ink-3">{t('plan.mandatory')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
