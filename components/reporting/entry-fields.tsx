import { useTranslations } from 'next-intl';
import { supportLanguages } from '#components/reporting/support-languages.ts';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, Select, TextInput } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Part = 'date' | 'activity' | 'form' | 'minutes' | 'language' | 'note';

type Props = {
  /** Before each field's name: `entries.0.`, or nothing. */
  readonly prefix: string;
  readonly saved: Readonly<Record<Part, string>>;
  readonly typed: KeptForm['values'] | undefined;
  readonly problems: readonly FieldProblem[] | undefined;
  readonly today: PlainDate;
};

/** What was done, when, how and for how long. */
export function EntryFields({ prefix, saved, typed, problems, today }: Props) {
  const t = useTranslations('reporting.entry');
  const locale = useStaffLocale();
  const value = (part: Part): string =>
    typed === undefined ? saved[part] : (typed[`${prefix}${part}`] ?? saved[part]);
  return (
    <>
      <Field name={`${prefix}activity`} label={t('activity')} problems={problems}>
        {(control) => (
          <Select
            {...control}
            defaultValue={value('activity')}
            empty={t('pickActivity')}
            options={ACTIVITY_CODES.map((code) => ({ value: code, label: activityName(code, locale) }))}
          />
        )}
      </Field>
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-4">
        <Field name={`${prefix}date`} label={t('date')} problems={problems}>
          {(control) => <TextInput {...control} type="date" max={today} defaultValue={value('date')} />}
        </Field>
        <Field name={`${prefix}minutes`} label={t('minutes')} hint={t('minutesHint')} problems={problems}>
          {(control) => <NumberInput {...control} defaultValue={value('minutes')} />}
        </Field>
        <Field name={`${prefix}form`} label={t('form')} hint={t('formHint')} problems={problems}>
          {(control) => (
            <Select
              {...control}
              defaultValue={value('form')}
              empty={t('pickForm')}
              options={ACTIVITY_FORMS.map((form) => ({ value: form, label: formName(form, locale) }))}
            />
          )}
        </Field>
        <Field name={`${prefix}language`} label={t('language')} problems={problems}>
          {(control) => (
            <Select
              {...control}
              defaultValue={value('language')}
              empty={t('swedish')}
              options={supportLanguages(locale, value('language'))}
            />
          )}
        </Field>
      </div>
      <Field name={`${prefix}note`} label={t('note')} hint={t('noteHint')} problems={problems} optional>
        {(control) => <TextInput {...control} maxLength={500} defaultValue={value('note')} />}
      </Field>
    </>
  );
}
