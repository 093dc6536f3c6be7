import { useTranslations } from 'next-intl';
import { DECISION_FORM } from '#components/review/decision-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { REASON_CODES } from '#lib/domain/review/reason-code.ts';
import type { ReportedRow } from '#lib/domain/review/reviewed-report.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly row: ReportedRow; readonly index: number; readonly attempt: KeptForm | null };

/** How much of a row is approved, and why not all: of the decision's form, and only where that is to approve fewer minutes. */
export function RowDecision({ row: { activity, form, minutes }, index, attempt }: Props) {
  const t = useTranslations('review-decision.row');
  const reasons = useTranslations('review.decide.reasons');
  const locale = useStaffLocale();
  const row = `${activityName(activity, locale)}${form === null ? '' : `, ${formName(form, locale)}`}`;
  const at = (member: string) => `rows.${index}.${member}`;
  const typed = (member: string) => attempt?.values[at(member)];
  const problems = attempt?.problem.errors;
  const isOpen = [typed('reasonCode'), typed('text')].some((text) => text !== undefined && text !== '');
  return (
    <div className="no-print grid gap-2">
      <input form={DECISION_FORM} type="hidden" name={at('activity')} value={activity} />
      <input form={DECISION_FORM} type="hidden" name={at('form')} value={form ?? ''} />
      <Field name={at('approvedMinutes')} label={t('minutes', { row })} labelHidden problems={problems}>
        {(control) => (
          <NumberInput
            {...control}
            form={DECISION_FORM}
            inputMode="text"
            defaultValue={typed('approvedMinutes') ?? hoursAsClock(minutes)}
          />
        )}
      </Field>
      <details className="more" open={isOpen}>
        <summary>{t('sameReason')}</summary>
        <div className="grid gap-2 pt-2">
          <Field name={at('reasonCode')} label={t('reason', { row })} labelHidden problems={problems}>
            {(control) => (
              <Select
                {...control}
                form={DECISION_FORM}
                defaultValue={typed('reasonCode') ?? 'minutes'}
                options={REASON_CODES.map((code) => ({ value: code, label: reasons(code) }))}
              />
            )}
          </Field>
          <Field
            name={at('text')}
            label={t('text', { row })}
            labelHidden
            hint={t('textHint')}
            problems={problems}
          >
            {(control) => (
              <TextInput
                {...control}
                form={DECISION_FORM}
                maxLength={500}
                defaultValue={typed('text') ?? ''}
              />
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
