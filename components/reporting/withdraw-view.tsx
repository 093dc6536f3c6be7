import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { ReceiptReport, WithdrawalPreview } from '#lib/domain/report/receipt.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { sumOre } from '#lib/shared/money.ts';

type Props = {
  readonly preview: WithdrawalPreview;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

/** What of an attestation is taken back, and what cannot be any more, before it is done. */
export function WithdrawView({ preview, formKey, attempt }: Props) {
  const t = useTranslations('attest.withdraw');
  const locale = useLocale();
  const { attestationId, reports, others, amountOre, seenHash, dueOn, today } = preview;
  const month = formatMonth(preview.month, locale);
  const receipt = `/provider/months/${preview.month}/receipt/${attestationId}`;
  const count = reports.length;
  const due = dateInWords(dueOn, locale, 'day');
  return (
    <>
      {attempt !== null && <ErrorSummary problems={[]} title={attempt.problem.title} />}
      <Breadcrumbs above={[{ href: receipt, words: t('receipt') }]} here={t('pageTitle')} />
      <PageHeading
        title={count === 0 ? t('nothingTitle', { month }) : t('title', { count, month })}
        lead={
          count > 0 && (
            <>
              {t('lead')} <Amount value={amountOre} />. <Example />
            </>
          )
        }
      />
      {count > 0 && (
        <>
          <Notice tone={dueOn < today ? 'warn' : 'info'} className="mb-8">
            {t(dueOn < today ? 'late' : 'due', { due })}
          </Notice>
          <Reports title={t('these')} reports={reports} />
          <form
            method="post"
            action={`/api/provider/attestations/${attestationId}/withdraw`}
            className="mt-6 flex flex-wrap gap-4"
          >
            <FormBasis formKey={formKey} back={`${receipt}/withdraw`} />
            <input type="hidden" name="seenHash" value={seenHash} />
            <Button look="go" big>
              {t('submit', { count })}
            </Button>
            <LinkAction href={receipt} look="quiet">
              {t('keep')}
            </LinkAction>
          </form>
        </>
      )}
      {others.length > 0 && (
        <div className="mt-10">
          <Reports title={t('others', { count: others.length })} hint={t('othersHint')} reports={others} />
        </div>
      )}
    </>
  );
}

type ReportsProps = {
  readonly title: string;
  readonly hint?: string;
  readonly reports: readonly ReceiptReport[];
};

function Reports({ title, hint, reports }: ReportsProps) {
  const t = useTranslations('attest.withdraw');
  const status = useTranslations('review.report.status');
  return (
    <section className="max-w-[760px]">
      <h2 className="mb-1 text-lg">{title}</h2>
      {hint !== undefined && <p className="mb-2 text-ink-2">{hint}</p>}
      <Sheet className="p-5 max-md:px-4">
        <DataTable
          caption={title}
          captionHidden
          rows={reports}
          rowKey={({ reportId }) => reportId}
          columns={[
            {
              key: 'participant',
              head: t('participant'),
              sum: t('sum'),
              cell: ({ participantName }) => participantName,
            },
            { key: 'status', head: t('status'), cell: (report) => status(report.status) },
            {
              key: 'amount',
              head: t('amount'),
              unit: <Example />,
              numeric: true,
              sum: <Amount value={sumOre(reports.map(({ amountOre }) => amountOre))} />,
              cell: ({ amountOre }) => <Amount value={amountOre} />,
            },
          ]}
        />
      </Sheet>
    </section>
  );
}
