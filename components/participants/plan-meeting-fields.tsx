import { useTranslations } from 'next-intl';
import type { PlanFormParts } from '#components/participants/plan-form-parts.ts';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** When and how coach and participant met to make the plan. */
export function PlanMeetingFields({ typed, problems, today }: PlanFormParts & { readonly today: PlainDate }) {
  const t = useTranslations('plan.form');
  const locale = useStaffLocale();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-lg font-bold">{t('meeting')}</legend>
      <Field name="meetingOn" label={t('meetingOn')} problems={problems} className="sm:max-w-100">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            max={today}
            className="max-w-60"
            defaultValue={typed?.['meetingOn'] ?? today}
          />
        )}
      </Field>
      <RadioGroup
        name="meetingForm"
        legend={t('meetingForm')}
        chosen={typed?.['meetingForm']}
        problems={problems}
        options={ACTIVITY_FORMS.map((form) => {
          const name = formName(form, locale);
          return { value: form, label: name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1) };
        })}
      />
    </fieldset>
  );
}
