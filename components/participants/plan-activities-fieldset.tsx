import { useTranslations } from 'next-intl';
import { PlanActivityFields } from '#components/participants/plan-activity-fields.tsx';
import type { PlanFormParts } from '#components/participants/plan-form-parts.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';

/** Every category of activity: in the plan or not, and what is said of it where it is. */
export function PlanActivitiesFieldset({ latest, typed, problems }: PlanFormParts) {
  const t = useTranslations('participants.plan.form');
  const whole = problems.filter(({ pointer }) => pointer === '/activities');
  return (
    <fieldset
      id={fieldId('activities')}
      tabIndex={whole.length > 0 ? -1 : undefined}
      className={whole.length > 0 ? 'field-wrong' : undefined}
    >
      <legend className="mb-1 text-lg font-bold">{t('activities')}</legend>
      <p className="mb-2 max-w-measure text-ink-2">{t('activitiesHint')}</p>
      <FieldError id="activities-error" problems={whole} />
      {ACTIVITY_CODES.map((activity, index) => (
        <PlanActivityFields
          key={activity}
          activity={activity}
          index={index}
          planned={latest?.activities.find((each) => each.activity === activity)}
          typed={typed}
          problems={problems}
        />
      ))}
    </fieldset>
  );
}
