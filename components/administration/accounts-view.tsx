import { useTranslations } from 'next-intl';
import { AccountFilter } from '#components/administration/account-filter.tsx';
import { AccountTable } from '#components/administration/account-table.tsx';
import { accountsHref } from '#components/administration/accounts-href.ts';
import { DoneNotice, type Done } from '#components/administration/done-notice.tsx';
import { InvitationTable } from '#components/administration/invitation-table.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { ACCOUNT_VIEWS, type AccountList } from '#lib/domain/administration/account.ts';
import type { AccountListInput } from '#lib/schemas/administration.ts';

interface AccountsViewProps {
  list: AccountList;
  filter: AccountListInput;
  done: Done | null;
  newKey: () => string;
}

/** The provider's people, those invited and those who have been. */
export function AccountsView({ list, filter, done, newKey }: AccountsViewProps) {
  const t = useTranslations('administration');
  const isFiltered = filter.q !== '' || filter.role !== '' || filter.office !== '';
  return (
    <>
      <Breadcrumbs
        above={[{ href: '/provider/administration', words: t('title') }]}
        here={t('accounts.title')}
      />
      <DoneNotice done={done} />
      <PageHeading
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        aside={
          <div className="flex flex-wrap gap-3">
            <LinkAction look="go" icon="plus" href="/provider/administration/accounts/invite">
              {t('accounts.invite')}
            </LinkAction>
            <LinkAction href="/provider/administration/accounts/invite-many">
              {t('accounts.inviteMany')}
            </LinkAction>
          </div>
        }
      />
      <Sheet className="p-6 max-md:px-4">
        <div className="grid gap-4">
          <ViewSwitch
            views={ACCOUNT_VIEWS.map((show) => ({
              href: accountsHref(filter, { show }),
              words: t(`accounts.${show}`),
              count: list.counts[show],
              current: show === filter.show,
            }))}
          />
          <AccountFilter filter={filter} offices={list.offices} isFiltered={isFiltered} />
        </div>
        <div className="mt-6">
          {list.total === 0 && (
            <EmptyState
              action={
                isFiltered ? (
                  <LinkAction href="/provider/administration/accounts">{t('accounts.showAll')}</LinkAction>
                ) : undefined
              }
            >
              {isFiltered ? t('accounts.emptyFiltered') : t(`accounts.empty.${filter.show}`)}
            </EmptyState>
          )}
          {list.accounts.length > 0 && (
            <AccountTable accounts={list.accounts} mayChoose={filter.show === 'current'} />
          )}
          {list.invitations.length > 0 && (
            <InvitationTable invitations={list.invitations} back={accountsHref(filter, {})} newKey={newKey} />
          )}
        </div>
        <Pagination
          page={list.page}
          pages={filter.show === 'invited' ? 1 : Math.ceil(list.total / list.pageSize)}
          hrefOf={(page) => accountsHref(filter, { page })}
        />
      </Sheet>
    </>
  );
}
