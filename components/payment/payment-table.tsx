import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { formatAccount } from '#lib/domain/payment/bank-account.ts';
import type { AuthorisedPayment } from '#lib/domain/payment/payment-view.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { Ore } from '#lib/shared/money.ts';

interface PaymentTableProps {
  payments: readonly AuthorisedPayment[];
  amountOre: Ore;
}

/** The payments to make at the bank: whole account numbers, for those who make them. */
export function PaymentTable({ payments, amountOre }: PaymentTableProps) {
  const t = useTranslations('payment.receipt');
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('paymentsCaption')}
        captionHidden
        rows={payments}
        rowKey={({ statementId }) => statementId}
        columns={[
          {
            key: 'provider',
            head: t('provider'),
            cell: ({ provider }) => (
              <>
                {provider.name}
                <small>{formatOrgNo(provider.orgNo)}</small>
              </>
            ),
            sum: t('sum'),
          },
          {
            key: 'account',
            head: t('account'),
            cell: ({ account }) => (
              <>
                {formatAccount(account)}
                <small>{account.bankName}</small>
              </>
            ),
          },
          { key: 'reference', head: t('reference'), cell: ({ reference }) => reference },
          {
            key: 'payable',
            head: t('payable'),
            unit: <Example />,
            numeric: true,
            cell: (payment) => <Amount value={payment.amountOre} exact />,
            sum: <Amount value={amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
