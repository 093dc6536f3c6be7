import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AttestForm } from '#components/reporting/attest-form.tsx';
import { AttestLines } from '#components/reporting/attest-lines.tsx';
import { AttestSums } from '#components/reporting/attest-sums.tsx';
import { LeftOut } from '#components/reporting/left-out.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly preview: AttestPreview;
  readonly here: string;
  readonly office: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  /** Most reports in one signature, and most kept back by name. */
  readonly most: { readonly attested: number; readonly kept: number };
  /** More were marked to be kept back than can be. */
  readonly tooManyKept: boolean;
  /** When what is sent now is paid. */
  readonly payDay: ReactNode;
};

/** Everything that will be sent, before the signature: who, how much, how it differs, who is left out and why. */
export function AttestView({ preview, most, tooManyKept, payDay, ...form }: Props) {
  const t = useTranslations('attest.page');
  const locale = useLocale();
  const { month, rows, kept, left } = preview;
  const sends = rows.length > 0;
  return (
    <>
      <Head preview={preview} attempt={form.attempt} />
      {sends && preview.dueOn < preview.today && (
        <Notice tone="warn" className="mb-8">
          {t('late', { due: dateInWords(preview.dueOn, locale, 'day') })}
        </Notice>
      )}
      {tooManyKept && (
        <Notice tone="warn" className="mb-8">
          {t('tooManyKept', { most: most.kept })}
        </Notice>
      )}
      {rows.length > most.attested && (
        <Notice tone="warn" className="mb-8">
          {t('tooMany', { most: most.attested })}
        </Notice>
      )}
      {!sends && kept.length === 0 ? (
        <EmptyState action={<LinkAction href={`/provider/months/${month}`}>{t('back')}</LinkAction>}>
          {t('empty')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          {sends && <AttestSums preview={preview} />}
          <AttestLines preview={preview} typed={form.attempt?.values} />
        </div>
      )}
      {left.length > 0 && <LeftOut month={month} left={left} />}
      {sends && (
        <div className="mt-8">
          <p>{t('decided', { day: dateInWords(preview.decidedBy, locale, 'day') })}</p>
          {payDay}
        </div>
      )}
      {(sends || kept.length > 0) && <AttestForm preview={preview} {...form} />}
    </>
  );
}

function Head({ preview, attempt }: Pick<Props, 'preview' | 'attempt'>) {
  const t = useTranslations('attest.page');
  const locale = useLocale();
  const { month, rows, kept, amountOre } = preview;
  const words = formatMonth(month, locale);
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs
        above={[
          { href: '/provider/months', words: t('months') },
          { href: `/provider/months/${month}`, words: capitalFirst(words) },
        ]}
        here={t('here')}
      />
      <PageHeading
        title={t('title', { month: words })}
        lead={
          rows.length === 0 ? (
            t(kept.length > 0 ? 'allKept' : 'nothing')
          ) : (
            <>
              {t('lead', { count: rows.length })} <Amount value={amountOre} />. <Example />
            </>
          )
        }
      />
      {rows.length > 0 && (
        <p className="no-print -mt-4 mb-8">
          <PrintButton>{t('print')}</PrintButton>
        </p>
      )}
    </>
  );
}
