import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuthorisationRow } from '#lib/domain/payment/payment-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';

interface AuthorisationTableProps {
  rows: readonly AuthorisationRow[];
  caption: string;
}

/** What has been signed: when, by whom, for how much, and whether the bank has paid. */
export function AuthorisationTable({ rows, caption }: AuthorisationTableProps) {
  const t = useTranslations('payment');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'authorisation',
            head: t('days.authorisation'),
            cell: ({ id, authorisedAt, authorisedBy }) => (
              <>
                <TextLink href={`/payments/pay-days/authorisations/${id}`}>
                  <InstantText instant={authorisedAt} />
                </TextLink>
                <small>{authorisedBy}</small>
              </>
            ),
          },
          { key: 'payOn', head: t('days.payOn'), cell: ({ payOn }) => formatDate(payOn, locale) },
          {
            key: 'state',
            head: t('days.state'),
            cell: ({ paidOn }) =>
              paidOn === null ? (
                <Status tone="wait">{t('state.authorised')}</Status>
              ) : (
                <Status tone="ok">{t('state.paidOn', { date: formatDate(paidOn, locale) })}</Status>
              ),
          },
          {
            key: 'count',
            head: t('days.count'),
            numeric: true,
            cell: ({ statementCount }) => statementCount,
          },
          {
            key: 'amount',
            head: t('days.amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }) => <Amount value={amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
