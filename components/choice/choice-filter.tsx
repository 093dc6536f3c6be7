import { useLocale, useTranslations } from 'next-intl';
import { accessibilityInWords } from '#components/choice/provider-words.ts';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { CHOICE_ORDERS, type ChoiceFilter } from '#lib/domain/choice/choice-list.ts';
import type { ChoiceListPage } from '#lib/domain/choice/choice-list-page.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';

export interface ChoiceFilterFormProps {
  action: string;
  filter: ChoiceFilter;
  list: ChoiceListPage;
  filtered: boolean;
}

const ORDER_WORDS = { nearest: 'orderNearest', name: 'orderName', places: 'orderPlaces' } as const;
const WIDE = 'min-w-0 flex-1 basis-44';

/** What the participant looks for. Nothing is filtered until they ask for it. */
export function ChoiceFilterForm({ action, filter, list, filtered }: ChoiceFilterFormProps) {
  const t = useTranslations('choice');
  const locale = useLocale();
  const languages = list.languages
    .map((tag) => ({ value: tag, label: languageName(tag, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const access = list.accessibility.map((code) => ({ value: code, label: accessibilityInWords(t, code) }));
  const meeting = [
    { value: 'onSite', label: t('filter.meetingOnSite') },
    { value: 'distance', label: t('filter.meetingDistance') },
  ];
  const orders = CHOICE_ORDERS.map((order) => ({ value: order, label: t(`filter.${ORDER_WORDS[order]}`) }));
  return (
    <FilterBar action={action} label={t('filter.label')} clearHref={filtered ? action : undefined}>
      <Field name="q" label={t('filter.name')} className={WIDE}>
        {(control) => <TextInput {...control} type="search" defaultValue={filter.name} autoComplete="off" />}
      </Field>
      <Field name="language" label={t('filter.language')} className={WIDE}>
        {(control) => (
          <Select
            {...control}
            options={languages}
            empty={t('filter.languageAll')}
            defaultValue={filter.language ?? ''}
          />
        )}
      </Field>
      <Field name="meeting" label={t('filter.meeting')} className={WIDE}>
        {(control) => (
          <Select
            {...control}
            options={meeting}
            empty={t('filter.meetingAll')}
            defaultValue={filter.meeting ?? ''}
          />
        )}
      </Field>
      {access.length > 0 && (
        <Field name="access" label={t('filter.access')} className={WIDE}>
          {(control) => (
            <Select
              {...control}
              options={access}
              empty={t('filter.accessAll')}
              defaultValue={filter.accessibility ?? ''}
            />
          )}
        </Field>
      )}
      <Field name="order" label={t('filter.order')} className={WIDE}>
        {(control) => <Select {...control} options={orders} defaultValue={filter.order} />}
      </Field>
    </FilterBar>
  );
}
