import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AttestForm } from '#components/reporting/attest-form.tsx';
import { LeftOut } from '#components/reporting/left-out.tsx';
import { MonthTable } from '#components/reporting/month-table.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { inGroupOrder } from '#lib/domain/report/month-group.ts';
import { countStates } from '#lib/domain/report/month-overview.ts';
import { formatMonth, formatMonthName } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { ore } from '#lib/shared/money.ts';

type Props = {
  readonly preview: AttestPreview;
  readonly office: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
  /** When what is sent now is paid. */
  readonly payDay: ReactNode;
};

/** Everything that will be sent, before the signature: who, how much, how it differs, who is left out and why. */
export function AttestView({ preview, office, formKey, attempt, payDay }: Props) {
  const t = useTranslations('reporting.attest');
  const locale = useLocale();
  const { month, rows, sums, amountOre, left } = preview;
  const monthWords = formatMonth(month, locale);
  return (
    <>
      {attempt !== null && (
        <ErrorSummary
          problems={attempt.problem.errors}
          title={attempt.problem.errors.length === 0 ? attempt.problem.title : undefined}
        />
      )}
      <Breadcrumbs
        above={[
          { href: '/provider/months', words: t('months') },
          { href: `/provider/months/${month}`, words: capital(monthWords) },
        ]}
        here={t('here')}
      />
      <PageHeading
        title={t('title', { month: monthWords })}
        lead={
          rows.length === 0 ? (
            t('nothing')
          ) : (
            <>
              {t('lead', { count: rows.length })} <Amount value={amountOre} />. <Example />
            </>
          )
        }
      />
      {rows.length > 0 && preview.dueOn < preview.today && (
        <Notice tone="warn" className="mb-8">
          {t('late', { due: dateInWords(preview.dueOn, locale, 'day') })}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState action={<LinkAction href={`/provider/months/${month}`}>{t('back')}</LinkAction>}>
          {t('empty')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <section aria-labelledby="sent">
            <h2 id="sent" className="mb-3 text-lg">
              {t('sent')}
            </h2>
            <Sheet className="p-5 max-md:px-4">
              <MonthTable
                overview={{ month, rows: inGroupOrder(rows), sums, counts: countStates(rows) }}
                seesMoney
              />
            </Sheet>
          </section>
          <Difference preview={preview} />
          {payDay}
        </div>
      )}
      {left.length > 0 && <LeftOut month={month} left={left} />}
      {rows.length > 0 && (
        <AttestForm preview={preview} office={office} formKey={formKey} attempt={attempt} />
      )}
    </>
  );
}

/** Against what was sent for the month before. */
function Difference({ preview }: Pick<Props, 'preview'>) {
  const t = useTranslations('reporting.attest');
  const locale = useLocale();
  const { rows, sums, amountOre, lastMonth } = preview;
  const before = formatMonthName(lastMonth.month, locale);
  if (lastMonth.reports === 0) return <p className="text-ink-2">{t('noLast', { month: before })}</p>;
  return (
    <Card title={t('difference', { month: before })} className="max-w-[760px]">
      <DescriptionList
        facts={[
          {
            term: t('reports'),
            detail: t('against', { now: rows.length, before: lastMonth.reports }),
          },
          {
            term: t('support'),
            detail: t('against', {
              now: hoursAsClock(sums.support),
              before: hoursAsClock(lastMonth.support),
            }),
          },
          {
            term: t('amount'),
            detail: (
              <>
                <Amount value={amountOre} /> ({t('change')}{' '}
                <Amount value={ore(amountOre - lastMonth.amountOre)} signed />) <Example />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
