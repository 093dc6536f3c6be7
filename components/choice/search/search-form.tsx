import { useLocale, useTranslations } from 'next-intl';
import { fieldInWords } from '#components/choice/asked-words.ts';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { askedNames } from '#components/choice/search/search-address.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { WORK_FIELDS } from '#lib/domain/administration/presentation.ts';
import type { SearchChoices } from '#lib/domain/provider-search/public-contract.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { intlTag } from '#lib/shared/i18n/locale.ts';
import { type ProviderSearchQuery, SEARCH_ORDERS } from '#lib/schemas/provider-search.ts';

interface SearchFormProps {
  query: ProviderSearchQuery;
  choices: SearchChoices;
}

const WIDE = 'min-w-0 flex-1 basis-56';
const MORE = ['language', 'meeting', 'access', 'field'] as const;
const ORDER_WORDS = { nearest: 'orderNearest', name: 'orderName' } as const;

/** What the public list is asked for: name, area and place first, the rest for those who want it. */
export function SearchForm({ query, choices }: SearchFormProps) {
  const t = useTranslations('provider-search.list');
  const asked = askedNames(query);
  const areas = choices.areas.map((id) => ({ value: id, label: id, lang: 'sv' }));
  const orders = SEARCH_ORDERS.map((order) => ({ value: order, label: t(ORDER_WORDS[order]) }));
  return (
    <FilterBar action="/providers" label={t('label')} clearHref={asked.length > 0 ? '/providers' : undefined}>
      <Field name="q" label={t('search')} className={WIDE}>
        {(control) => <TextInput {...control} type="search" defaultValue={query.q} autoComplete="off" />}
      </Field>
      <Field name="area" label={t('area')} className={WIDE}>
        {(control) => (
          <Select {...control} options={areas} empty={t('areaAll')} defaultValue={query.area ?? ''} />
        )}
      </Field>
      <Field name="near" label={t('near')} className={WIDE}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            defaultValue={query.near ?? ''}
            autoComplete="address-level2"
          />
        )}
      </Field>
      <DisclosureMore
        summary={t('more')}
        open={MORE.some((name) => query[name] !== null)}
        className="basis-full"
      >
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <MoreFields query={query} choices={choices} />
          <Field name="order" label={t('order')}>
            {(control) => <Select {...control} options={orders} defaultValue={query.order} />}
          </Field>
        </div>
      </DisclosureMore>
    </FilterBar>
  );
}

function MoreFields({ query, choices }: SearchFormProps) {
  const t = useTranslations('choice');
  const tActivity = useTranslations('participant.activity');
  const locale = useLocale();
  const languages = choices.languages
    .map((tag) => ({ value: tag, label: languageName(tag, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, intlTag(locale)));
  const access = choices.accessibility.map((code) => ({ value: code, label: accessibilityInWords(t, code) }));
  const meeting = [
    { value: 'onSite', label: t('filter.meetingOnSite') },
    { value: 'distance', label: t('filter.meetingDistance') },
  ];
  const fields = WORK_FIELDS.map((code) => ({
    value: code,
    label: fieldInWords({ t, tActivity, locale }, code),
  }));
  const selects = [
    ['language', t('filter.language'), t('filter.languageAll'), languages],
    ['meeting', t('filter.meeting'), t('filter.meetingAll'), meeting],
    ['access', t('filter.access'), t('filter.accessAll'), access],
    ['field', t('filter.field'), t('filter.fieldAll'), fields],
  ] as const;
  return selects.map(([name, label, empty, options]) => (
    <Field key={name} name={name} label={label}>
      {(control) => <Select {...control} options={options} empty={empty} defaultValue={query[name] ?? ''} />}
    </Field>
  ));
}
