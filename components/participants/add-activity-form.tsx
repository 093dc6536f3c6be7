import { useTranslations } from 'next-intl';
import { MinutesPerWeek } from '#components/participants/minutes-per-week.tsx';
import { PlanRemarks } from '#components/participants/plan-remarks.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly card: ParticipantCard;
  readonly plan: StoredPlan;
  readonly today: PlainDate;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** One more activity in the plan, as its next version. */
export function AddActivityForm({ card, plan, today, formKey, attempt }: Props) {
  const t = useTranslations('participants.plan');
  const locale = useStaffLocale();
  const problems = attempt?.problem.errors;
  const typed = attempt?.values;
  const planned = new Set(plan.activities.map(({ activity }) => activity));
  const left = ACTIVITY_CODES.filter((code) => !planned.has(code));
  return (
    <form method="post" action="/api/provider/plan-activities" className="grid max-w-measure gap-4">
      <FormBasis
        formKey={attempt?.idempotencyKey ?? formKey}
        back={`/provider/participants/${card.placementId}`}
      />
      <input type="hidden" name="placementId" value={card.placementId} />
      <input type="hidden" name="number" value={plan.number} />
      <Field name="activity" label={t('activity')} problems={problems} className="sm:max-w-100">
        {(control) => (
          <Select
            {...control}
            defaultValue={typed?.['activity'] ?? ''}
            empty={t('pick')}
            options={left.map((code) => ({ value: code, label: activityName(code, locale) }))}
          />
        )}
      </Field>
      <Field name="purpose" label={t('purpose')} problems={problems}>
        {(control) => <TextInput {...control} maxLength={500} defaultValue={typed?.['purpose']} />}
      </Field>
      <Field name="goal" label={t('aim')} problems={problems}>
        {(control) => <TextInput {...control} maxLength={500} defaultValue={typed?.['goal']} />}
      </Field>
      <MinutesPerWeek name="minutesPerWeek" chosen={typed?.['minutesPerWeek']} problems={problems} />
      <Field name="from" label={t('from')} problems={problems} className="sm:max-w-60">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={card.from}
            defaultValue={typed?.['from'] ?? (today > card.from ? today : card.from)}
          />
        )}
      </Field>
      <PlanRemarks typed={typed} problems={problems ?? []} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button icon="plus">{t('addSubmit')}</Button>
        <span className="text-xs text-ink-2">{t('seen')}</span>
      </div>
    </form>
  );
}
