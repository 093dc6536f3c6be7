import { useLocale, useTranslations } from 'next-intl';
import { ChoiceSelects } from '#components/choice/choice-selects.tsx';
import { LIST_ID } from '#components/choice/filter-address.ts';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { CHOICE_ORDERS, type ChoiceFilter, type Choices } from '#lib/domain/choice/choice-filter.ts';

export interface ChoiceFilterFormProps {
  action: string;
  filter: ChoiceFilter;
  choices: Choices;
  filtered: boolean;
}

const ORDER_WORDS = { nearest: 'orderNearest', name: 'orderName', places: 'orderPlaces' } as const;
const WIDE = 'min-w-0 flex-1 basis-44';

/** What the participant looks for. Nothing is filtered until they ask for it, and it takes no room until then. */
export function ChoiceFilterForm({ action, filter, choices, filtered }: ChoiceFilterFormProps) {
  const t = useTranslations('choice.filter');
  const orders = CHOICE_ORDERS.map((order) => ({ value: order, label: t(ORDER_WORDS[order]) }));
  return (
    <DisclosureMore summary={t('label')} className="no-print">
      <FilterBar action={`${action}#${LIST_ID}`} label={t('label')} clearHref={filtered ? action : undefined}>
        <Field name="q" label={t('name')} className={WIDE}>
          {(control) => (
            <TextInput {...control} type="search" defaultValue={filter.name} autoComplete="off" />
          )}
        </Field>
        <ChoiceSelects filter={filter} choices={choices} locale={useLocale()} />
        <Field name="order" label={t('order')} className={WIDE}>
          {(control) => <Select {...control} options={orders} defaultValue={filter.order} />}
        </Field>
      </FilterBar>
    </DisclosureMore>
  );
}
