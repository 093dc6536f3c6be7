import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Receipt as ReceiptSheet } from '#components/ui/receipt.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Receipt, ReceiptReport } from '#lib/domain/report/receipt.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

type Props = { readonly receipt: Receipt; readonly seesMoney: boolean };
type ViewProps = Props & {
  /** Some of it has just been taken back. */
  readonly withdrawn: boolean;
  readonly may: { readonly withdraw: boolean; readonly download: boolean };
  /** When what was sent is paid, for those who see money. */
  readonly payDay: ReactNode;
};

/** What was attested: stays at its address, can be printed, and can be checked against the log. */
export function ReceiptView({ receipt, seesMoney, withdrawn, may, payDay }: ViewProps) {
  const t = useTranslations('reporting.receipt');
  const more = useTranslations('attest.receipt');
  const takenBack = useTranslations('attest.withdraw');
  const locale = useLocale();
  const month = formatMonth(receipt.month, locale);
  const address = `/provider/months/${receipt.month}/receipt/${receipt.attestationId}`;
  const withdrawable = receipt.reports.some((report) => report.withdrawable);
  const { attestedAt, authenticatedAt, attestedByName, chain, contentHash, reportCount, amountOre } = receipt;
  return (
    <>
      {withdrawn && (
        <Notice tone="ok" className="mb-6 max-w-[760px]">
          {takenBack('done')}
        </Notice>
      )}
      <ReceiptSheet
        title={t('title', { count: reportCount, month })}
        facts={[
          { term: t('reports'), detail: String(reportCount) },
          ...(seesMoney
            ? [
                {
                  term: t('amount'),
                  detail: (
                    <>
                      <Amount value={amountOre} /> <Example>{t('withoutVat')}</Example>
                    </>
                  ),
                },
              ]
            : []),
          { term: t('by'), detail: attestedByName },
          { term: t('at'), detail: <InstantText instant={new Date(attestedAt)} /> },
          {
            term: receipt.standing ? t('standing') : t('identified'),
            detail: <InstantText instant={new Date(authenticatedAt)} />,
          },
          { term: t('statement'), detail: <span lang="sv">{receipt.statement}</span> },
          { term: t('hash'), detail: <Hash>{contentHash}</Hash> },
          {
            term: t('chain'),
            detail:
              chain === null ? (
                <span className="font-normal">{t('notChained')}</span>
              ) : (
                <>
                  {t('place', { seq: chain.seq })} <Hash>{chain.hash}</Hash>
                </>
              ),
          },
        ]}
        actions={
          <>
            <LinkAction href={`/provider/months/${receipt.month}`}>{t('toMonth', { month })}</LinkAction>
            <PrintButton>{t('print')}</PrintButton>
            {may.download && (
              <a className="btn btn-plain" href={`/api/provider/attestations/${receipt.attestationId}/file`}>
                {more('download')}
              </a>
            )}
            <ReceiptLink subject="attestation" id={receipt.attestationId} />
            {may.withdraw && withdrawable && (
              <LinkAction href={`${address}/withdraw`} look="quiet">
                {more('withdraw')}
              </LinkAction>
            )}
          </>
        }
      >
        <h2 className="mb-1 text-lg">{t('nextTitle')}</h2>
        {receipt.correction === null ? (
          <Next receipt={receipt} />
        ) : (
          <CorrectionNext correction={receipt.correction} />
        )}
        {payDay}
        <h2 className="mt-6 mb-1 text-lg">{more('verifyTitle')}</h2>
        <p>{more.rich('verify', { code: (command) => <code>{command}</code> })}</p>
      </ReceiptSheet>
      <Reports receipt={receipt} seesMoney={seesMoney} />
    </>
  );
}

function Next({ receipt: { decidedBy } }: Pick<Props, 'receipt'>) {
  const t = useTranslations('reporting.receipt');
  const more = useTranslations('attest.receipt');
  const locale = useLocale();
  return (
    <>
      <p>{t('next')}</p>
      <p className="mt-2">
        {decidedBy === null
          ? more('allDecided')
          : more('decided', { day: dateInWords(decidedBy, locale, 'day') })}
      </p>
    </>
  );
}

function CorrectionNext({ correction }: { readonly correction: NonNullable<Receipt['correction']> }) {
  const t = useTranslations('attest.receipt');
  const { status, reportId } = correction;
  return (
    <p>
      {t('correction')} {status !== 'draft' && status !== 'discarded' && t(`correctionStatus.${status}`)}{' '}
      <TextLink href={`/provider/reports/${reportId}`}>{t('toReport')}</TextLink>
    </p>
  );
}

function Hash({ children }: { readonly children: string }) {
  return <code className="block text-xs font-normal break-all text-ink-2">{children}</code>;
}

function Reports({ receipt, seesMoney }: Props) {
  const t = useTranslations('reporting.receipt');
  const status = useTranslations('review.report.status');
  const columns: readonly Column<ReceiptReport>[] = [
    {
      key: 'participant',
      head: t('participant'),
      cell: ({ participantName, reference }) => (
        <>
          {participantName}
          <small>{reference}</small>
        </>
      ),
      sum: t('sum'),
    },
    { key: 'status', head: t('status'), cell: (report) => status(report.status) },
    { key: 'hash', head: t('hash'), cell: ({ contentHash }) => <Hash>{contentHash}</Hash> },
    ...(seesMoney
      ? [
          {
            key: 'amount',
            head: t('amount'),
            unit: <Example />,
            numeric: true,
            cell: ({ amountOre }: ReceiptReport) => <Amount value={amountOre} />,
            sum: <Amount value={receipt.amountOre} />,
          },
        ]
      : []),
  ];
  const hidden = receipt.reportCount - receipt.reports.length;
  // A correction that waits is no report yet.
  if (receipt.correction !== null && receipt.reports.length === 0) return null;
  return (
    <section aria-labelledby="reports" className="mt-10">
      <h2 id="reports" className="mb-3 text-lg">
        {t('list')}
      </h2>
      {hidden > 0 && <p className="mb-3 text-ink-2">{t('hidden', { count: hidden })}</p>}
      <Sheet className="p-5 max-md:px-4">
        <DataTable
          caption={t('list')}
          captionHidden
          columns={columns}
          rows={receipt.reports}
          rowKey={({ reportId }) => reportId}
        />
      </Sheet>
    </section>
  );
}
