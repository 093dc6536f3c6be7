import { useLocale, useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { type Option, Select, TextInput } from '#components/ui/inputs.tsx';
import type { IntakeList } from '#lib/domain/intake/intake-list.ts';
import { INTAKE_ORDERS, type IntakeListInput, STARTS } from '#lib/schemas/intake.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

type Props = { readonly list: IntakeList; readonly filter: IntakeListInput; readonly isFiltered: boolean };

const LEVELS = ['A', 'B', 'C'] as const;

/** Ways to find some of those who wait for a coach. */
export function IntakeFilters({ list, filter, isFiltered }: Props) {
  const t = useTranslations('intake.filter');
  const locale = useLocale();
  const languages = list.languages
    .map((language) => ({ value: language, label: languageName(language, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const offices = list.offices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar
      action="/provider/intake"
      label={t('label')}
      clearHref={isFiltered ? '/provider/intake' : undefined}
    >
      <Field name="q" label={t('search')} className="sm:w-76">
        {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
      </Field>
      {offices.length > 1 && (
        <Choice
          name="office"
          label={t('office')}
          empty={t('allOffices')}
          chosen={filter.office}
          options={offices}
        />
      )}
      {languages.length > 1 && (
        <Choice
          name="language"
          label={t('language')}
          empty={t('allLanguages')}
          chosen={filter.language}
          options={languages}
        />
      )}
      <Choice
        name="level"
        label={t('level')}
        empty={t('allLevels')}
        chosen={filter.level}
        options={LEVELS.map((level) => ({ value: level, label: t('levelIs', { level }) }))}
      />
      <Choice
        name="start"
        label={t('start')}
        empty={t('allStarts')}
        chosen={filter.start}
        options={STARTS.map((start) => ({ value: start, label: t(`starts.${start}`) }))}
      />
      <Choice
        name="order"
        label={t('order')}
        chosen={filter.order}
        options={INTAKE_ORDERS.map((order) => ({ value: order, label: t(`orders.${order}`) }))}
      />
    </FilterBar>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly empty?: string | undefined;
  readonly chosen: string;
  readonly options: readonly Option[];
};

function Choice({ name, label, empty, chosen, options }: ChoiceProps) {
  return (
    <Field name={name} label={label} className="sm:w-44">
      {(control) => <Select {...control} defaultValue={chosen} empty={empty} options={options} />}
    </Field>
  );
}
