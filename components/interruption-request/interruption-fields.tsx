import { useTranslations } from 'next-intl';
import type { DocumentFieldsProps } from '#components/document/document-form-view.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea, TextInput } from '#components/ui/inputs.tsx';
import type {
  InterruptionContent,
  InterruptionFacts,
} from '#lib/domain/interruption-request/interruption-request.ts';
import { causesOn } from '#lib/domain/placement-decision/interruption-cause.ts';
import { addDays } from '#lib/shared/plain-date.ts';

const TEXTS = ['happened', 'adapted', 'said'] as const;

/** Why, what was adapted, what the participant says, and the last day that is wished for. */
export function InterruptionFields({
  form,
  value,
  problems,
}: DocumentFieldsProps<InterruptionContent, InterruptionFacts>) {
  const t = useTranslations('interruption-request');
  const { placement, today } = form;
  return (
    <>
      <RadioGroup
        name="content.cause"
        legend={t('cause')}
        chosen={value('content.cause')}
        problems={problems}
        options={causesOn(today).map((cause) => ({ value: cause, label: t(`causes.${cause}`) }))}
      />
      {TEXTS.map((text) => (
        <Field
          key={text}
          name={`content.${text}`}
          label={t(`texts.${text}`)}
          hint={t(`hints.${text}`)}
          problems={problems}
        >
          {(control) => (
            <TextArea {...control} rows={4} maxLength={2000} defaultValue={value(`content.${text}`)} />
          )}
        </Field>
      ))}
      <Field
        name="content.lastDay"
        label={t('wishedLastDay')}
        hint={t('wishedLastDayHint')}
        problems={problems}
        className="max-w-80"
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={placement.from}
            max={addDays(placement.to, -2)}
            defaultValue={value('content.lastDay')}
          />
        )}
      </Field>
    </>
  );
}
