import { useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, TextArea, TextInput } from '#components/ui/inputs.tsx';
import {
  SUPPORT_KINDS,
  type SupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';

/** The employer, the job, which support is wanted and by when the employer needs to know. */
export function SupportedEmploymentFields({
  value,
  problems,
}: DocumentFieldsProps<SupportedEmployment, null>) {
  const t = useTranslations('supported-employment');
  const text = (name: 'employerName' | 'contact', hint?: string) => (
    <Field name={`content.${name}`} label={t(name)} hint={hint} problems={problems}>
      {(control) => <TextInput {...control} autoComplete="off" defaultValue={value(`content.${name}`)} />}
    </Field>
  );
  const day = (name: 'startsOn' | 'answerBy', hint?: string) => (
    <Field name={`content.${name}`} label={t(name)} hint={hint} problems={problems}>
      {(control) => <TextInput {...control} type="date" defaultValue={value(`content.${name}`)} />}
    </Field>
  );
  return (
    <>
      <fieldset className="grid items-start gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">{t('employer')}</legend>
        {text('employerName')}
        {text('contact', t('contactHint'))}
        <RadioGroup
          name="content.employerKind"
          legend={t('employerKind')}
          chosen={value('content.employerKind') === '' ? 'organisation' : value('content.employerKind')}
          problems={problems}
          options={[
            { value: 'organisation', label: t('organisation') },
            { value: 'soleTrader', label: t('soleTrader') },
          ]}
        />
        <Field name="content.employerOrgNo" label={t('orgNo')} hint={t('orgNoHint')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={value('content.employerOrgNo')}
            />
          )}
        </Field>
      </fieldset>
      <fieldset className="grid items-start gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-medium">{t('job')}</legend>
        <Field name="content.duties" label={t('duties')} problems={problems} className="sm:col-span-2">
          {(control) => (
            <TextArea {...control} rows={3} maxLength={500} defaultValue={value('content.duties')} />
          )}
        </Field>
        <Field name="content.extentPercent" label={t('extent')} problems={problems}>
          {(control) => <NumberInput {...control} defaultValue={value('content.extentPercent')} />}
        </Field>
        {day('startsOn')}
      </fieldset>
      <RadioGroup
        name="content.support"
        legend={t('support')}
        chosen={value('content.support')}
        problems={problems}
        options={SUPPORT_KINDS.map((support) => ({ value: support, label: t(`kinds.${support}`) }))}
      />
      <div className="max-w-100">{day('answerBy', t('answerByHint'))}</div>
      <Field name="content.message" label={t('message')} hint={t('messageHint')} problems={problems} optional>
        {(control) => (
          <TextArea {...control} rows={4} maxLength={2000} defaultValue={value('content.message')} />
        )}
      </Field>
    </>
  );
}
