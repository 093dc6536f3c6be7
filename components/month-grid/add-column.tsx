import { useTranslations } from 'next-intl';
import { filterFields } from '#components/month-grid/month-href.ts';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import { MINUTES_FIELDS, type MinutesField } from '#lib/domain/month-grid/grid-field.ts';
import type { MonthGridInput } from '#lib/schemas/report.ts';

type Props = { readonly filter: MonthGridInput; readonly columns: readonly MinutesField[] };

/** A column for what nobody has time on yet. It stands in the address, so it is there on every page of the grid. */
export function AddColumn({ filter, columns }: Props) {
  const t = useTranslations('month-grid.column');
  const locale = useStaffLocale();
  const left = MINUTES_FIELDS.filter((field) => !columns.includes(field));
  if (left.length === 0) return null;
  return (
    <DisclosureMore summary={t('open')} className="max-md:hidden">
      <form
        method="get"
        action={`/provider/months/${filter.month}`}
        className="flex flex-wrap items-end gap-x-4 gap-y-3"
      >
        {filterFields(filter).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Field name="add" label={t('label')} hint={t('hint')}>
          {(control) => (
            <Select
              {...control}
              defaultValue=""
              empty={t('pick')}
              options={left.map((field) => ({ value: field, label: fieldName(field, locale) }))}
            />
          )}
        </Field>
        <Button look="plain" icon="plus" className="self-center">
          {t('submit')}
        </Button>
      </form>
    </DisclosureMore>
  );
}
