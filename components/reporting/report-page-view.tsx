import { useLocale, useTranslations } from 'next-intl';
import { ReportAside } from '#components/reporting/report-aside.tsx';
import { ReportForm } from '#components/reporting/report-form.tsx';
import { ReportRemarks } from '#components/reporting/report-remarks.tsx';
import { typedForm } from '#components/reporting/report-typed.ts';
import { ReturnedNotice } from '#components/reporting/returned-notice.tsx';
import { SentReport } from '#components/reporting/sent-report.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly page: MonthPage;
  readonly may: { readonly plan: boolean; readonly withdraw: boolean; readonly seeMoney: boolean };
  readonly keys: { readonly save: string; readonly discard: string; readonly withdraw: string };
  readonly attempt: KeptForm | null;
  /** Withdrawing was refused, and why. */
  readonly refused: KeptForm | null;
  readonly done: 'saved' | 'discarded' | 'withdrawn' | null;
};

/** One participant's month: filled in while it is open, read once it is sent. */
export function ReportPageView({ page, may, keys, attempt, refused, done }: Props) {
  const t = useTranslations('reporting.report');
  const locale = useLocale();
  const { month, row } = page;
  const heading = capitalFirst(formatMonth(month, locale));
  const form = typedForm(page, attempt);
  const failed = attempt === null ? refused?.problem : { ...attempt.problem, errors: form.problems };
  const isOpen = row.report === null || row.report.status === 'returned';
  return (
    <>
      {failed !== undefined && (
        <ErrorSummary
          problems={failed.errors}
          title={failed.errors.length === 0 ? failed.title : undefined}
        />
      )}
      <Breadcrumbs
        above={[
          { href: '/provider/months', words: t('months') },
          { href: `/provider/months/${month}`, words: heading },
        ]}
        here={row.participantName}
      />
      <PageHeading
        title={t('title', { name: row.participantName, month: formatMonth(month, locale) })}
        lead={lead()}
      />
      {done !== null && failed === undefined && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)} {done === 'saved' && t(row.sendable ? 'canBeSent' : 'notYet')}
        </Notice>
      )}
      {page.decision !== null && (
        <ReturnedNotice
          decision={page.decision}
          status={row.report?.status ?? null}
          reportId={row.report?.id ?? null}
          seesMoney={may.seeMoney}
        />
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-8">
          {isOpen ? (
            <>
              <ReportRemarks page={page} mayPlan={may.plan} />
              <ReportForm
                page={page}
                form={form}
                keys={{ ...keys, save: attempt?.idempotencyKey ?? keys.save }}
              />
            </>
          ) : (
            <SentReport page={page} mayWithdraw={may.withdraw} formKey={keys.withdraw} />
          )}
        </div>
        <ReportAside page={page} seesMoney={may.seeMoney} />
      </div>
    </>
  );

  function lead(): string {
    const day = (date: typeof page.dueOn): string => dateInWords(date, locale, 'weekday');
    if (!isOpen) return t('leadSent', { level: row.level });
    if (page.opensOn > page.today)
      return t('leadOpens', { level: row.level, opens: day(page.opensOn), due: day(page.dueOn) });
    return page.dueOn < page.today
      ? t('leadLate', { level: row.level, due: day(page.dueOn) })
      : t('leadDue', { level: row.level, due: day(page.dueOn) });
  }
}
