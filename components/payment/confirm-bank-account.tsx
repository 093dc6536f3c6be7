import { useTranslations } from 'next-intl';
import { AccountText } from '#components/payment/account-text.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { BankAccountNumber, BankAccountRow } from '#lib/domain/payment/bank-account.ts';

interface ConfirmBankAccountProps {
  account: BankAccountNumber & { readonly verified: boolean };
  inForce: BankAccountRow | null;
  /** Of the form that was checked: going back shows it again. */
  attemptId: string;
  formKey: string;
}

/** The account once more, with its bank, before the e-ID. */
export function ConfirmBankAccount({ account, inForce, attemptId, formKey }: ConfirmBankAccountProps) {
  const t = useTranslations('payment.own');
  // Written alike, so that the two can be compared.
  const facts: Fact[] = [{ term: t('new'), detail: <AccountText account={account} /> }];
  if (inForce !== null) facts.push({ term: t('from'), detail: <AccountText account={inForce} /> });
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/bank-account', words: t('title') }]} here={t('confirmHere')} />
      <PageHeading title={t('confirmTitle')} lead={t('confirmLead')} />
      <Card className="max-w-[760px]">
        <DescriptionList facts={facts} />
        {!account.verified && (
          <Notice tone="warn" className="mt-6">
            {t('unverified', { bank: account.bankName })}
          </Notice>
        )}
        <p className="mt-6 text-ink-2">{t('next')}</p>
        <form method="post" action="/api/bank-accounts" className="mt-4 flex flex-wrap gap-3">
          <FormBasis formKey={formKey} back={`/provider/bank-account/confirm?attempt=${attemptId}`} />
          <input type="hidden" name="clearingNumber" value={account.clearingNumber} />
          <input type="hidden" name="accountNumber" value={account.accountNumber} />
          <Button look="go" big>
            {t('submit')}
          </Button>
          <LinkAction look="quiet" big href={`/provider/bank-account?attempt=${attemptId}`}>
            {t('back')}
          </LinkAction>
        </form>
      </Card>
    </>
  );
}
