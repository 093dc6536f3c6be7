import { useLocale, useTranslations } from 'next-intl';
import { ClaimStatusText } from '#components/payment/claim-status.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ClaimRow } from '#lib/domain/payment/claim.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Claims with where each stands; each leads to its own page. */
export function ClaimTable({ claims }: { claims: readonly ClaimRow[] }) {
  const t = useTranslations('payment.claims');
  const tDays = useTranslations('payment.accounts');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('list')}
        captionHidden
        rows={claims}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'provider',
            head: tDays('provider'),
            cell: ({ id, provider, cutOff }) => (
              <>
                <TextLink href={`/payments/claims/${id}`}>{provider.name}</TextLink>
                <small>
                  {formatOrgNo(provider.orgNo)}. {t('from', { date: formatDate(cutOff, locale) })}
                </small>
              </>
            ),
          },
          { key: 'state', head: tDays('state'), cell: (claim) => <ClaimStatusText claim={claim} /> },
          {
            key: 'handling',
            head: t('handling'),
            cell: ({ proposedBy, proposedAt }) =>
              t('proposedBy', { name: proposedBy, date: formatDate(plainDateFromDate(proposedAt), locale) }),
          },
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }) => <Amount value={amountOre} exact />,
          },
        ]}
      />
    </Sheet>
  );
}
