import { useLocale, useTranslations } from 'next-intl';
import { AccountState } from '#components/payment/account-state.tsx';
import { AccountText } from '#components/payment/account-text.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { BankAccountRow } from '#lib/domain/payment/bank-account.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export type NamedAccount = BankAccountRow & {
  readonly provider: { readonly name: string; readonly orgNo: string };
  readonly isOwn: boolean;
};

export type AccountRequest = { readonly asked: NamedAccount; readonly inForce: NamedAccount | null };

interface BankAccountsViewProps {
  requests: readonly AccountRequest[];
  decided: Paged<NamedAccount>;
  done: 'confirmed' | 'refused' | null;
}

const BASE = '/payments/bank-accounts';

/** Accounts that wait to be confirmed, the old beside the new; then those that have been decided on. */
export function BankAccountsView({ requests, decided, done }: BankAccountsViewProps) {
  const t = useTranslations('payment.accounts');
  return (
    <>
      {done !== null && <Notice className="mb-6">{t(`done.${done}`)}</Notice>}
      <PageHeading title={t('title')} lead={requests.length === 0 ? t('leadNone') : t('lead')} />
      <PageSection title={t('requests')}>
        {requests.length === 0 ? (
          <EmptyState>{t('requestsEmpty')}</EmptyState>
        ) : (
          <RequestTable requests={requests} />
        )}
      </PageSection>
      <PageSection title={t('decided')} note={t('decidedNote')}>
        {decided.total === 0 ? (
          <EmptyState>{t('decidedEmpty')}</EmptyState>
        ) : (
          <DecidedTable rows={decided.items} />
        )}
        <Pagination page={decided.page} pages={decided.pages} hrefOf={(page) => `${BASE}?page=${page}`} />
      </PageSection>
    </>
  );
}

function RequestTable({ requests }: Pick<BankAccountsViewProps, 'requests'>) {
  const t = useTranslations('payment.accounts');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('requests')}
        captionHidden
        rows={requests}
        rowKey={({ asked }) => asked.id}
        columns={[
          {
            key: 'provider',
            head: t('provider'),
            cell: ({ asked }) => (
              <>
                <TextLink href={`${BASE}/${asked.id}`}>{asked.provider.name}</TextLink>
                <small>
                  {formatOrgNo(asked.provider.orgNo)}.{' '}
                  {t('requestedBy', {
                    name: asked.requestedBy,
                    date: formatDate(plainDateFromDate(asked.requestedAt), locale),
                  })}
                </small>
              </>
            ),
          },
          {
            key: 'now',
            head: t('now'),
            cell: ({ inForce }) => (inForce === null ? t('none') : <AccountText account={inForce} />),
          },
          { key: 'asked', head: t('asked'), cell: ({ asked }) => <AccountText account={asked} /> },
        ]}
      />
    </Sheet>
  );
}

function DecidedTable({ rows }: { rows: readonly NamedAccount[] }) {
  const t = useTranslations('payment.accounts');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'provider',
            head: t('provider'),
            cell: ({ provider, decidedBy, decidedAt }) => (
              <>
                {provider.name}
                {decidedBy !== null && decidedAt !== null && (
                  <small>
                    {t('decidedBy', {
                      name: decidedBy,
                      date: formatDate(plainDateFromDate(decidedAt), locale),
                    })}
                  </small>
                )}
              </>
            ),
          },
          { key: 'account', head: t('account'), cell: (account) => <AccountText account={account} /> },
          { key: 'state', head: t('state'), cell: (account) => <AccountState account={account} /> },
        ]}
      />
    </Sheet>
  );
}
