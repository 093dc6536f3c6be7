import { useLocale, useTranslations } from 'next-intl';
import { AccountState } from '#components/payment/account-state.tsx';
import { AccountText } from '#components/payment/account-text.tsx';
import { BankAccountForm } from '#components/payment/bank-account-form.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import type { BankAccountRow } from '#lib/domain/payment/bank-account.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

interface OwnBankAccountProps {
  accounts: {
    inForce: BankAccountRow | null;
    coming: BankAccountRow | null;
    requested: BankAccountRow | null;
    history: readonly BankAccountRow[];
  };
  /** Whether the reader may ask for another account, and take a request back. */
  mayAsk: boolean;
  formKey: string;
  attempt: KeptForm | null;
}

/** The provider's account: the one in force, what is on its way, and the form for another. */
export function OwnBankAccount({ accounts, mayAsk, formKey, attempt }: OwnBankAccountProps) {
  const t = useTranslations('payment.own');
  const tExpected = useTranslations('payment.expected');
  const locale = useLocale();
  const { inForce, coming, requested, history } = accounts;
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/pay-days', words: tExpected('title') }]} here={t('title')} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid max-w-[760px] gap-4">
        {inForce === null ? (
          <Notice tone={coming === null ? 'warn' : 'wait'}>{t('none')}</Notice>
        ) : (
          <Card title={t('inForce')}>
            <AccountText account={inForce} />
            {inForce.validFrom !== null && (
              <p className="mt-2 text-ink-2">{t('since', { date: formatDate(inForce.validFrom, locale) })}</p>
            )}
          </Card>
        )}
        {coming !== null && coming.validFrom !== null && (
          <Card title={t('coming', { date: formatDate(coming.validFrom, locale) })}>
            <AccountText account={coming} />
          </Card>
        )}
        {requested !== null && <Requested account={requested} mayAsk={mayAsk} formKey={formKey} />}
        {requested === null && mayAsk && (
          <BankAccountForm
            isFirst={inForce === null && coming === null}
            formKey={formKey}
            attempt={attempt}
          />
        )}
        {!mayAsk && <p className="text-ink-2">{t('cannotAsk')}</p>}
      </div>
      {history.length > 0 && <History rows={history} />}
    </>
  );
}

function Requested({
  account,
  mayAsk,
  formKey,
}: {
  account: BankAccountRow;
  mayAsk: boolean;
  formKey: string;
}) {
  const t = useTranslations('payment.own');
  const locale = useLocale();
  const date = formatDate(plainDateFromDate(account.requestedAt), locale);
  return (
    <Card title={t('requested')}>
      <AccountText account={account} />
      <p className="mt-2 text-ink-2">{t('requestedBy', { name: account.requestedBy, date })}</p>
      {mayAsk && (
        <form method="post" action={`/api/bank-accounts/${account.id}/withdraw`} className="mt-4 grid gap-3">
          <FormBasis formKey={formKey} back="/provider/bank-account" />
          <input type="hidden" name="version" value={account.version} />
          <p>{t('unknown')}</p>
          <Button className="justify-self-start">{t('withdraw')}</Button>
        </form>
      )}
    </Card>
  );
}

function History({ rows }: { rows: readonly BankAccountRow[] }) {
  const t = useTranslations('payment.own');
  const locale = useLocale();
  return (
    <PageSection title={t('history')}>
      <Sheet className="px-4 pt-4 pb-1 md:px-6">
        <DataTable
          caption={t('historyCaption')}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'account', head: t('account'), cell: (account) => <AccountText account={account} /> },
            { key: 'state', head: t('state'), cell: (account) => <AccountState account={account} /> },
            {
              key: 'handled',
              head: t('handled'),
              cell: ({ requestedBy, requestedAt }) =>
                t('requestedBy', {
                  name: requestedBy,
                  date: formatDate(plainDateFromDate(requestedAt), locale),
                }),
            },
          ]}
        />
      </Sheet>
    </PageSection>
  );
}
