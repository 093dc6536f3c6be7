import { useTranslations } from 'next-intl';
import { QUALITY_LIST_PAGE, qualityListHref } from '#components/quality/quality-href.ts';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import type { QualityList } from '#lib/domain/quality/quality-view.ts';
import { PLACEMENT_REQUIREMENTS } from '#lib/domain/quality/standing.ts';
import type { QualityListInput } from '#lib/schemas/quality.ts';

type Props = { readonly list: QualityList; readonly filter: QualityListInput };

/** What the list is narrowed to, beside the state. */
export function QualityFilters({ list, filter }: Props) {
  const t = useTranslations('quality');
  const { q, office, coach, requirement } = filter;
  const isNarrowed = q !== '' || office !== '' || coach !== '' || requirement !== '';
  const selects = [
    {
      name: 'requirement',
      value: requirement,
      empty: t('list.allRequirements'),
      options: PLACEMENT_REQUIREMENTS.map((each) => ({ value: each, label: t(`name.${each}`) })),
    },
    { name: 'office', value: office, empty: t('list.allOffices'), options: optionsOf(list.offices) },
    { name: 'coach', value: coach, empty: t('list.allCoaches'), options: optionsOf(list.coaches) },
  ] as const;
  return (
    <FilterBar
      action={QUALITY_LIST_PAGE}
      label={t('list.filter')}
      clearHref={isNarrowed ? qualityListHref({ state: filter.state }) : undefined}
    >
      <input type="hidden" name="state" value={filter.state} />
      <Field name="q" label={t('list.search')} className="sm:w-60">
        {(control) => <TextInput {...control} type="search" defaultValue={q} autoComplete="off" />}
      </Field>
      {selects.map(
        ({ name, value, empty, options }) =>
          (options.length > 1 || value !== '') && (
            <Field key={name} name={name} label={t(`list.${name}`)} className="sm:w-48">
              {(control) => <Select {...control} defaultValue={value} empty={empty} options={options} />}
            </Field>
          ),
      )}
    </FilterBar>
  );
}

function optionsOf(named: QualityList['offices']) {
  return named.map(({ id, name }) => ({ value: id, label: name }));
}
