import { useTranslations } from 'next-intl';
import { fieldInWords, supportInWords } from '#components/choice/asked-words.ts';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/inputs.tsx';
import type { ChoiceFilter, Choices } from '#lib/domain/choice/choice-filter.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';

export interface ChoiceSelectProps {
  /** The query's name of it. */
  name: 'language' | 'access' | 'support' | 'field';
  filter: ChoiceFilter;
  choices: Choices;
  locale: Locale;
}

/** What each asks for, and what can be asked for among those in the list. */
function useOptions({ name, filter, choices, locale }: ChoiceSelectProps) {
  const t = useTranslations('choice');
  const words = { t, tActivity: useTranslations('participant.activity'), locale };
  const of = {
    language: [choices.languages, filter.language, (tag: string) => languageName(tag, locale)],
    access: [choices.accessibility, filter.accessibility, (code: string) => accessibilityInWords(t, code)],
    support: [choices.support, filter.support, (code: string) => supportInWords(words, code)],
    field: [choices.fields, filter.field, (code: string) => fieldInWords(words, code)],
  } as const;
  const [codes, chosen, inWords] = of[name];
  // What is in the address stays chosen, also where nobody in the list has it.
  const options = [...new Set([...codes, ...(chosen === null ? [] : [chosen])])]
    .map((value) => ({ value, label: inWords(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return { options, chosen };
}

/** One question about the providers, answered by one of what they have. Nothing where there is nothing to choose. */
export function ChoiceSelect(props: ChoiceSelectProps & { label?: string; any?: string }) {
  const t = useTranslations('choice.filter');
  const { options, chosen } = useOptions(props);
  const { name, label = t(name), any = t(`${name}All`) } = props;
  if (options.length === 0) return null;
  return (
    <Field name={name} label={label} className="min-w-0 flex-1 basis-44">
      {(control) => <Select {...control} options={options} empty={any} defaultValue={chosen ?? ''} />}
    </Field>
  );
}

/** Language, way of meeting, premises, kind of support and field of work. */
export function ChoiceSelects({ filter, choices, locale }: Omit<ChoiceSelectProps, 'name'>) {
  const t = useTranslations('choice.filter');
  const shared = { filter, choices, locale };
  const meeting = [
    { value: 'onSite', label: t('meetingOnSite') },
    { value: 'distance', label: t('meetingDistance') },
  ];
  return (
    <>
      <ChoiceSelect name="language" {...shared} />
      <Field name="meeting" label={t('meeting')} className="min-w-0 flex-1 basis-44">
        {(control) => (
          <Select
            {...control}
            options={meeting}
            empty={t('meetingAll')}
            defaultValue={filter.meeting ?? ''}
          />
        )}
      </Field>
      <ChoiceSelect name="access" {...shared} />
      <ChoiceSelect name="support" {...shared} />
      <ChoiceSelect name="field" {...shared} />
    </>
  );
}
