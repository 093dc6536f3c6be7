import { useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea, TextInput } from '#components/ui/inputs.tsx';
import {
  INFORMATIVE_CATEGORIES,
  type InformativeReport,
  LONGEST_INFORMATIVE_TEXT,
} from '#lib/domain/informative-report/informative-report.ts';

/** What it is about, what the caseworker needs to know, and by when an answer is needed. */
export function InformativeReportFields({
  form,
  value,
  problems,
}: DocumentFieldsProps<InformativeReport, null>) {
  const t = useTranslations('informative-report');
  return (
    <>
      <RadioGroup
        name="content.category"
        legend={t('category')}
        chosen={value('content.category')}
        problems={problems}
        options={INFORMATIVE_CATEGORIES.map((category) => ({
          value: category,
          label: t(`categories.${category}`),
        }))}
      />
      <Field name="content.text" label={t('text')} hint={t('textHint')} problems={problems}>
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            maxLength={LONGEST_INFORMATIVE_TEXT}
            defaultValue={value('content.text')}
          />
        )}
      </Field>
      <Field name="content.answerBy" label={t('answerBy')} problems={problems} optional className="max-w-60">
        {(control) => (
          <TextInput {...control} type="date" min={form.today} defaultValue={value('content.answerBy')} />
        )}
      </Field>
    </>
  );
}
