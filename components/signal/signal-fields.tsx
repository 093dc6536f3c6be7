import { useLocale, useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, TextInput } from '#components/ui/inputs.tsx';
import type { Signal, SignalFacts } from '#lib/domain/signal/signal.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What begins, when, how much, and with whom; of one that replaces another, whether it is about the same work. */
export function SignalFields({ form, value, problems }: DocumentFieldsProps<Signal, SignalFacts>) {
  const t = useTranslations('signal');
  const locale = useLocale();
  const { types, windows, standing, wantedExtentPercent } = form.facts;
  return (
    <>
      {standing !== null && (
        <RadioGroup
          name="content.about"
          legend={t('about')}
          hint={t('aboutHint', { day: formatDate(standing.content.signalledOn, locale) })}
          chosen={value('content.about')}
          problems={problems}
          options={[
            { value: 'same', label: t('abouts.same') },
            { value: 'other', label: t('abouts.other'), hint: t('otherHint') },
          ]}
        />
      )}
      <RadioGroup
        name="content.type"
        legend={t('type')}
        chosen={value('content.type')}
        problems={problems}
        options={types.map((type) => ({ value: type, label: t(`types.${type}`) }))}
      />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <Field
          name="content.from"
          label={t('from')}
          hint={
            windows === null
              ? undefined
              : t('fromHint', { day: formatDate(addDays(windows.startBefore, -1), locale) })
          }
          problems={problems}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={form.placement.from}
              defaultValue={value('content.from')}
            />
          )}
        </Field>
        <Field
          name="content.extentPercent"
          label={t('extent')}
          hint={wantedExtentPercent === 100 ? undefined : t('extentHint', { percent: wantedExtentPercent })}
          problems={problems}
        >
          {(control) => <NumberInput {...control} defaultValue={value('content.extentPercent')} />}
        </Field>
        <Field
          name="content.appliedOn"
          label={t('appliedOn')}
          hint={t('appliedHint')}
          problems={problems}
          optional
        >
          {(control) => (
            <TextInput {...control} type="date" max={form.today} defaultValue={value('content.appliedOn')} />
          )}
        </Field>
        <Field
          name="content.employerName"
          label={t('employer')}
          hint={t('employerHint')}
          problems={problems}
          optional
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={120}
              defaultValue={value('content.employerName')}
            />
          )}
        </Field>
      </div>
    </>
  );
}
