import { useLocale, useTranslations } from 'next-intl';
import { ConfirmPaymentForm } from '#components/payment/confirm-payment-form.tsx';
import { PaymentTable } from '#components/payment/payment-table.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DateText, InstantText } from '#components/ui/date-text.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Receipt } from '#components/ui/receipt.tsx';
import type { AuthorisationRow, AuthorisedPayment } from '#lib/domain/payment/payment-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

interface AuthorisationViewProps {
  row: AuthorisationRow;
  contentHash: string;
  isIntact: boolean;
  authenticatedAt: Date;
  payments: readonly AuthorisedPayment[];
  today: PlainDate;
  formKey: string;
  attempt: KeptForm | null;
}

/** The receipt of a signature, the payments that follow from it, and the confirmation that the bank has made them. */
export function AuthorisationView(props: AuthorisationViewProps) {
  const { row, contentHash, isIntact, authenticatedAt, payments, today, formKey, attempt } = props;
  const t = useTranslations('payment.receipt');
  const locale = useLocale();
  const isPaid = row.paidOn !== null;
  return (
    <>
      {!isIntact && (
        <Notice tone="stop" className="mb-6">
          {t('broken')}
        </Notice>
      )}
      <Receipt
        title={t(isPaid ? 'titlePaid' : 'title', { count: row.statementCount })}
        facts={[
          {
            term: t('amount'),
            detail: (
              <>
                <Amount value={row.amountOre} exact /> <Example />
              </>
            ),
          },
          { term: t('payOn'), detail: <DateText date={row.payOn} style="weekdayDate" /> },
          ...(row.paidOn === null ? [] : [{ term: t('paidOn'), detail: <DateText date={row.paidOn} /> }]),
          { term: t('by'), detail: row.authorisedBy },
          { term: t('at'), detail: <InstantText instant={row.authorisedAt} /> },
          { term: t('identified'), detail: <InstantText instant={authenticatedAt} /> },
          {
            term: t('hash'),
            detail: <code className="block text-xs font-normal break-all text-ink-2">{contentHash}</code>,
          },
        ]}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            <LinkAction href={`/payments/pay-days/${row.payOn}`}>{t('toDay')}</LinkAction>
          </>
        }
      >
        <h2 className="mb-1 text-lg">{t('nextTitle')}</h2>
        <p>{isPaid ? t('nextPaid') : t('next', { date: formatDate(row.payOn, locale) })}</p>
      </Receipt>
      {!isPaid && <ConfirmPaymentForm row={row} today={today} formKey={formKey} attempt={attempt} />}
      <PageSection title={t('payments')} note={t('paymentsNote')}>
        <p className="mb-3 text-ink-2">{t('paymentsText')}</p>
        <PaymentTable payments={payments} amountOre={row.amountOre} />
        <LinkAction
          look="plain"
          icon="download"
          href={`/api/authorisations/${row.id}/csv`}
          download
          className="mt-4"
        >
          {t('csv')}
        </LinkAction>
      </PageSection>
    </>
  );
}
