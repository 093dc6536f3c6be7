import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

export interface FilterBarProps {
  /** Where the list is. */
  action: string;
  label: string;
  /** Fields; their names become the query. */
  children: ReactNode;
  /** Where nothing is filtered: shown when something is. */
  clearHref?: string | undefined;
}

/** Picks what a list shows. A form that is got, so that every choice has an address. */
export function FilterBar({ action, label, children, clearHref }: FilterBarProps) {
  const t = useTranslations('ui.filter');
  return (
    <search>
      <form
        method="get"
        action={action}
        aria-label={label}
        className="no-print grid items-end gap-x-4 gap-y-3 max-sm:[&>.btn]:justify-self-start sm:flex sm:flex-wrap"
      >
        {children}
        <Button look="plain">{t('submit')}</Button>
        {clearHref !== undefined && (
          <TextLink href={clearHref} className="btn btn-quiet">
            {t('clear')}
          </TextLink>
        )}
      </form>
    </search>
  );
}

export interface SearchFieldProps {
  action: string;
  label: string;
  name?: string | undefined;
  /** What was searched for. */
  value?: string | undefined;
  /** Hidden fields that keep other choices. */
  children?: ReactNode;
}

export function SearchField({ action, label, name = 'q', value, children }: SearchFieldProps) {
  const t = useTranslations('ui.search');
  return (
    <search>
      <form method="get" action={action} className="no-print flex max-w-120 items-end gap-2">
        {children}
        <Field name={name} label={label} className="min-w-0 flex-1">
          {(control) => <TextInput {...control} type="search" defaultValue={value} autoComplete="off" />}
        </Field>
        <Button look="plain" icon="search">
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}
