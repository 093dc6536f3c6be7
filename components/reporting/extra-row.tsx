import { useTranslations } from 'next-intl';
import type { TypedForm } from '#components/reporting/report-typed.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ACTIVITY_CODES, type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type Props = {
  readonly index: number;
  /** Activities that have a line of their own. */
  readonly taken: readonly ActivityCode[];
  /** As it was begun when the form was refused. */
  readonly extra: TypedForm['extra'];
  readonly problems: readonly FieldProblem[];
};

/** An activity that is not planned: it can be filled in, and added to the plan in the next step. */
export function ExtraRow({ index, taken, extra, problems }: Props) {
  const t = useTranslations('reporting.form');
  const locale = useStaffLocale();
  const name = `rows.${index}`;
  const left = ACTIVITY_CODES.filter((code) => !taken.includes(code));
  if (left.length === 0) return null;
  const wasTyped = Object.values(extra).some((text) => text !== '');
  return (
    <DisclosureMore summary={t('extra')} open={wasTyped} className="mt-4">
      <p className="mb-3 max-w-measure text-ink-2">{t('extraHint')}</p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Field name={`${name}.activity`} label={t('activity')} problems={problems} className="w-full sm:w-80">
          {(control) => (
            <Select
              {...control}
              defaultValue={extra.activity}
              empty={t('pickActivity')}
              options={left.map((code) => ({ value: code, label: activityName(code, locale) }))}
            />
          )}
        </Field>
        <Field name={`${name}.form`} label={t('formLabel')} problems={problems} className="w-full sm:w-40">
          {(control) => (
            <Select
              {...control}
              defaultValue={extra.form}
              empty={t('pickForm')}
              options={ACTIVITY_FORMS.map((form) => ({ value: form, label: formName(form, locale) }))}
            />
          )}
        </Field>
        <Field name={`${name}.minutes`} label={t('minutesLabel')} problems={problems}>
          {(control) => <NumberInput {...control} className="max-w-24" defaultValue={extra.minutes} />}
        </Field>
      </div>
    </DisclosureMore>
  );
}
