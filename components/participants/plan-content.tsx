import { useTranslations } from 'next-intl';
import { PlanParties } from '#components/plan-version/plan-parties.tsx';
import { PlanActivities } from '#components/participants/plan-activities.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { aimName } from '#lib/domain/plan/plan-aim.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** What a version of the plan says: the goal, how it was made, the activities and who else takes part. */
export function PlanContent({ plan }: { readonly plan: StoredPlan }) {
  const t = useTranslations('participants.plan');
  const words = useTranslations('plan');
  const locale = useStaffLocale();
  const { number, aim, field, goal, meeting, createdAt, createdByName, extended } = plan;
  const version = t('version', { number, from: formatDate(plan.from, locale) });
  const day = formatDate(plainDateFromDate(new Date(createdAt)), locale);
  const met =
    meeting === null
      ? ''
      : words('met', { day: formatDate(meeting.on, locale), form: formName(meeting.form, locale) });
  return (
    <div className="grid gap-4">
      <div>
        {aim !== null && (
          <p className="font-bold">{words('aimField', { aim: aimName(aim, locale), field })}</p>
        )}
        <p className={aim === null ? 'font-medium' : undefined}>{goal}</p>
        <p className="mt-1 text-xs text-ink-3">
          {version}. {createdByName === null ? t('made', { day }) : t('by', { day, name: createdByName })}.{' '}
          {met} {extended && words('extended')}
        </p>
      </div>
      <PlanActivities activities={plan.activities} caption={version} />
      {plan.parties.length > 0 && <PlanParties parties={plan.parties} />}
    </div>
  );
}
