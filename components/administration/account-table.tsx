import { useTranslations } from 'next-intl';
import { RoleLines } from '#components/administration/role-lines.tsx';
import { Button } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Account } from '#lib/domain/administration/account.ts';

interface AccountTableProps {
  accounts: readonly Account[];
  /** Whether several can be ticked, for what is done to all at once. */
  mayChoose: boolean;
}

function useColumns(mayChoose: boolean): readonly Column<Account>[] {
  const t = useTranslations('administration.accounts');
  return [
    {
      key: 'name',
      head: t('name'),
      cell: ({ personId, name, email }) => (
        <>
          <TextLink href={`/provider/administration/accounts/${personId}`}>{name}</TextLink>
          <small className="block font-normal wrap-anywhere text-ink-2">{email ?? t('noEmail')}</small>
        </>
      ),
    },
    {
      key: 'roles',
      head: t('roles'),
      wide: true,
      cell: ({ roles }) => (
        <RoleLines roles={mayChoose ? roles.filter(({ standing }) => standing !== 'ended') : roles} />
      ),
    },
    {
      key: 'lastLogin',
      head: t('lastLogin'),
      cell: ({ lastLoginAt }) =>
        lastLoginAt === null ? t('never') : <InstantText instant={lastLoginAt} style="date" />,
    },
    ...(mayChoose
      ? [
          {
            key: 'choose',
            head: t('choose'),
            headHidden: true,
            cell: ({ personId, name }: Account) => (
              <label className="choice items-center">
                <input type="checkbox" name="person" value={personId} />
                <span className="sr-only">{t('chooseNamed', { name })}</span>
                <span aria-hidden="true">{t('choose')}</span>
              </label>
            ),
          },
        ]
      : []),
  ];
}

/** People with their roles. Several can be ticked and changed at once. */
export function AccountTable({ accounts, mayChoose }: AccountTableProps) {
  const t = useTranslations('administration.accounts');
  const table = (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={accounts}
      rowKey={({ personId }) => personId}
      columns={useColumns(mayChoose)}
    />
  );
  if (!mayChoose) return table;
  return (
    <form method="get" action="/provider/administration/accounts/chosen">
      {table}
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button>{t('changeChosen')}</Button>
        <p className="max-w-measure text-ink-2">{t('changeChosenText')}</p>
      </div>
    </form>
  );
}
