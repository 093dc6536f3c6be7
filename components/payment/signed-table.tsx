import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { AuthorisationContent } from '#lib/domain/payment/authorisation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

/** What a signature holds, statement by statement, with its sum. */
export function SignedTable({ content }: { content: AuthorisationContent }) {
  const t = useTranslations('payment.check');
  const tDay = useTranslations('payment.day');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={content.statements}
        rowKey={({ statementId }) => statementId}
        columns={[
          {
            key: 'provider',
            head: t('provider'),
            cell: ({ providerName, orgNo, cutOff }) => (
              <>
                {providerName}
                <small>
                  {formatOrgNo(orgNo)}, {tDay('cutOff', { date: formatDate(cutOff, locale) })}
                </small>
              </>
            ),
            sum: t('sum'),
          },
          {
            key: 'account',
            head: t('account'),
            cell: ({ bankName, maskedAccount }) => `${bankName} ${maskedAccount}`,
          },
          {
            key: 'checksum',
            head: t('checksum'),
            cell: ({ contentHash }) => <code className="text-xs break-all">{contentHash.slice(0, 16)}</code>,
          },
          {
            key: 'payable',
            head: t('payable'),
            unit: <Example />,
            numeric: true,
            cell: ({ payableOre }) => <Amount value={payableOre} exact />,
            sum: <Amount value={content.amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
