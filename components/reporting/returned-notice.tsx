import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly decision: NonNullable<MonthPage['decision']>;
  readonly status: CurrentStatus | null;
};

/** Why the report came back, or was refused, in the reviewer's own words. */
export function ReturnedNotice({ decision, status }: Props) {
  const t = useTranslations('reporting.decision');
  const locale = useLocale();
  if (status !== 'returned' && status !== 'rejected') return null;
  const day = formatDate(plainDateFromDate(new Date(decision.decidedAt)), locale);
  return (
    <Notice tone={status === 'returned' ? 'warn' : 'stop'} title={t(status, { day })} className="mb-6">
      {decision.reason !== null && <p className="whitespace-pre-line">{decision.reason}</p>}
      <p className="mt-2">{t(status === 'returned' ? 'doThis' : 'final')}</p>
    </Notice>
  );
}
