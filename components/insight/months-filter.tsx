import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import type { Month } from '#lib/shared/month.ts';

type Props = {
  readonly action: string;
  readonly from: Month;
  readonly to: Month;
  readonly clearHref?: string | undefined;
  /** More fields, before the months. */
  readonly children?: ReactNode;
};

/** Which months the figures are of. */
export function MonthsFilter({ action, from, to, clearHref, children }: Props) {
  const t = useTranslations('review-insight.months');
  return (
    <FilterBar action={action} label={t('label')} clearHref={clearHref}>
      {children}
      <Field name="from" label={t('from')}>
        {(control) => <TextInput {...control} type="month" className="max-w-44" defaultValue={from} />}
      </Field>
      <Field name="to" label={t('to')}>
        {(control) => <TextInput {...control} type="month" className="max-w-44" defaultValue={to} />}
      </Field>
    </FilterBar>
  );
}
