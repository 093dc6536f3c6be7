import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { OBSTACLE_WORDS } from '#lib/domain/payment/authorise.ts';
import { maskedAccount } from '#lib/domain/payment/bank-account.ts';
import type { PayableRow } from '#lib/domain/payment/payment-view.ts';
import type { PayDayQuery } from '#lib/schemas/payment.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';

interface PayableTableProps {
  rows: readonly PayableRow[];
  view: PayDayQuery['view'];
}

/** Statements before a pay day: those that can be chosen with a box each, the others with what they wait for. */
export function PayableTable({ rows, view }: PayableTableProps) {
  const t = useTranslations('payment.day');
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t(`caption.${view}`)}
        captionHidden
        rows={rows}
        rowKey={({ statementId }) => statementId}
        columns={useColumns(view)}
      />
    </Sheet>
  );
}

function useColumns(view: PayDayQuery['view']): readonly Column<PayableRow>[] {
  const t = useTranslations('payment.day');
  const locale = useStaffLocale();
  const provider: Column<PayableRow> = {
    key: 'provider',
    head: t('provider'),
    cell: ({ statementId, providerName, orgNo, cutOff }) => (
      <>
        {providerName}
        <small>
          {formatOrgNo(orgNo)},{' '}
          <TextLink href={`/payments/statements/${statementId}`}>
            {t('cutOff', { date: formatDate(cutOff, locale) })}
          </TextLink>
        </small>
      </>
    ),
  };
  const account: Column<PayableRow> = {
    key: 'account',
    head: t('account'),
    cell: ({ account: found }) => found !== null && `${found.bankName} ${maskedAccount(found)}`,
  };
  const choose: Column<PayableRow> = {
    key: 'choose',
    head: t('chooseHead'),
    cell: ({ statementId, providerName }) => (
      <label className="inline-flex min-h-9 min-w-9 items-center justify-center">
        <input type="checkbox" name="s" value={statementId} />
        <span className="sr-only">{t('choose', { name: providerName })}</span>
      </label>
    ),
  };
  const hinder: Column<PayableRow> = {
    key: 'hinder',
    head: t('hinder'),
    wide: true,
    cell: ({ obstacle, acceptBy }) =>
      obstacle !== null && (
        <Status
          tone={obstacle === 'awaitingAnswer' || obstacle === 'accountWaits' ? 'wait' : 'warn'}
          reason={
            obstacle === 'awaitingAnswer' && acceptBy !== null ? (
              t('answerBy', { date: formatDate(acceptBy, locale) })
            ) : obstacle === 'noAccount' || obstacle === 'accountWaits' ? (
              <TextLink href="/payments/bank-accounts">{t('toAccounts')}</TextLink>
            ) : undefined
          }
        >
          {OBSTACLE_WORDS[obstacle][locale]}
        </Status>
      ),
  };
  const payable: Column<PayableRow> = {
    key: 'payable',
    head: t('payable'),
    unit: <Example />,
    numeric: true,
    cell: ({ payableOre }) => <Amount value={payableOre} exact />,
  };
  switch (view) {
    case 'ready':
      return [provider, account, payable, choose];
    case 'hindered':
      return [provider, hinder, payable];
    case 'done':
      return [provider, payable];
  }
}
