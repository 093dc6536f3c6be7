import { useTranslations } from 'next-intl';
import type { PlanFormParts } from '#components/participants/plan-form-parts.ts';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea, TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { aimName, PLAN_AIMS } from '#lib/domain/plan/plan-aim.ts';

/** What the placement aims at: work or studies, within what, and in their own words. */
export function PlanGoalFields({ latest, typed, problems }: PlanFormParts) {
  const t = useTranslations('plan.form');
  const locale = useStaffLocale();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-lg font-bold">{t('goals')}</legend>
      <RadioGroup
        name="aim"
        legend={t('aim')}
        chosen={typed === undefined ? (latest?.aim ?? undefined) : typed['aim']}
        problems={problems}
        options={PLAN_AIMS.map((aim) => ({ value: aim, label: aimName(aim, locale) }))}
      />
      <Field name="field" label={t('field')} hint={t('fieldHint')} problems={problems}>
        {(control) => (
          <TextInput {...control} maxLength={120} defaultValue={typed?.['field'] ?? latest?.field} />
        )}
      </Field>
      <Field name="goal" label={t('goal')} problems={problems}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            defaultValue={typed?.['goal'] ?? (latest?.derived === true ? '' : latest?.goal)}
          />
        )}
      </Field>
    </fieldset>
  );
}
