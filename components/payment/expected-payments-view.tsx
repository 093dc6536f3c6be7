import { useLocale, useTranslations } from 'next-intl';
import { StatementState } from '#components/payment/statement-state.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { BankAccountRow } from '#lib/domain/payment/bank-account.ts';
import { maskedAccount } from '#lib/domain/payment/bank-account.ts';
import type { StatementPayment } from '#lib/domain/payment/payment-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { sumOre } from '#lib/shared/money.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Day = { readonly payOn: PlainDate; readonly payments: readonly StatementPayment[] };

interface ExpectedPaymentsViewProps {
  days: readonly Day[];
  withoutDay: readonly StatementPayment[];
  paid: readonly StatementPayment[];
  inForce: BankAccountRow | null;
}

/** The provider's pay days of a year: what comes when, to which account, and what has come. */
export function ExpectedPaymentsView({ days, withoutDay, paid, inForce }: ExpectedPaymentsViewProps) {
  const t = useTranslations('payment.expected');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Account inForce={inForce} />
      <PageSection title={t('coming')} note={t('comingNote')}>
        <Days days={days} />
      </PageSection>
      {withoutDay.length > 0 && (
        <PageSection title={t('withoutDay')} note={t('withoutDayNote')}>
          <Payments rows={withoutDay} caption={t('withoutDay')} />
        </PageSection>
      )}
      <PageSection title={t('paid')}>
        {paid.length === 0 ? (
          <EmptyState>{t('paidEmpty')}</EmptyState>
        ) : (
          <Payments rows={paid} caption={t('paidCaption')} />
        )}
      </PageSection>
    </>
  );
}

function Account({ inForce }: Pick<ExpectedPaymentsViewProps, 'inForce'>) {
  const t = useTranslations('payment.expected');
  const link = <LinkAction href="/provider/bank-account">{t('toAccount')}</LinkAction>;
  if (inForce === null) {
    return (
      <Notice tone="warn" action={link}>
        {t('noAccount')}
      </Notice>
    );
  }
  return (
    <Card title={t('account')} className="max-w-measure">
      <p>{`${inForce.bankName} ${maskedAccount(inForce)}`}</p>
      <div className="mt-3">{link}</div>
    </Card>
  );
}

function Days({ days }: Pick<ExpectedPaymentsViewProps, 'days'>) {
  const t = useTranslations('payment.expected');
  const locale = useLocale();
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={days}
        rowKey={({ payOn }) => payOn}
        columns={[
          { key: 'day', head: t('day'), cell: ({ payOn }) => formatDate(payOn, locale) },
          {
            key: 'payments',
            head: t('payments'),
            cell: ({ payments }) =>
              payments.length === 0 ? (
                <span className="text-ink-3">{t('nothing')}</span>
              ) : (
                <ul className="grid gap-2">
                  {payments.map((payment) => (
                    <li key={payment.statementId} className="grid gap-1">
                      <StatementLink payment={payment} />
                      <StatementState payment={payment} />
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ payments }) =>
              payments.length === 0 ? null : (
                <Amount value={sumOre(payments.map(({ payableOre }) => payableOre))} exact />
              ),
          },
        ]}
      />
    </Sheet>
  );
}

function StatementLink({ payment }: { payment: StatementPayment }) {
  const t = useTranslations('payment.expected');
  const locale = useLocale();
  return (
    <TextLink href={`/provider/statements/${payment.statementId}`}>
      {t('statement', { date: formatDate(payment.cutOff, locale) })}
    </TextLink>
  );
}

function Payments({ rows, caption }: { rows: readonly StatementPayment[]; caption: string }) {
  const t = useTranslations('payment.expected');
  const columns: readonly Column<StatementPayment>[] = [
    { key: 'statement', head: t('payments'), cell: (payment) => <StatementLink payment={payment} /> },
    { key: 'state', head: t('state'), cell: (payment) => <StatementState payment={payment} /> },
    {
      key: 'amount',
      head: t('amount'),
      unit: <Example />,
      numeric: true,
      cell: ({ payableOre }) => <Amount value={payableOre} exact />,
    },
  ];
  return (
    <Sheet className="px-4 pt-4 pb-1 md:px-6">
      <DataTable
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={({ statementId }) => statementId}
        columns={columns}
      />
    </Sheet>
  );
}
