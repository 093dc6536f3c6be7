import { useTranslations } from 'next-intl';
import { accountsHref } from '#components/administration/accounts-href.ts';
import { Field } from '#components/ui/field.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { AccountListInput } from '#lib/schemas/administration.ts';

interface AccountFilterProps {
  filter: AccountListInput;
  offices: readonly KnownOffice[];
  isFiltered: boolean;
}

/** By name or address, role and office. */
export function AccountFilter({ filter, offices, isFiltered }: AccountFilterProps) {
  const t = useTranslations('administration.accounts');
  const tRole = useTranslations('auth.role');
  return (
    <FilterBar
      action="/provider/administration/accounts"
      label={t('filter')}
      clearHref={isFiltered ? accountsHref(filter, { q: '', role: '', office: '' }) : undefined}
    >
      <input type="hidden" name="show" value={filter.show} />
      <Field name="q" label={t('search')} className="sm:w-72">
        {(control) => <TextInput {...control} type="search" defaultValue={filter.q} autoComplete="off" />}
      </Field>
      <Field name="role" label={t('role')} className="sm:w-56">
        {(control) => (
          <Select
            {...control}
            defaultValue={filter.role}
            empty={t('anyRole')}
            options={PROVIDER_ROLES.map((role) => ({ value: role, label: tRole(role) }))}
          />
        )}
      </Field>
      {offices.length > 1 && (
        <Field name="office" label={t('office')} className="sm:w-56">
          {(control) => (
            <Select
              {...control}
              defaultValue={filter.office}
              empty={t('anyOffice')}
              options={offices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      )}
    </FilterBar>
  );
}
