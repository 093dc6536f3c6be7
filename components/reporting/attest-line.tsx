import { useTranslations } from 'next-intl';
import { AttestDetail } from '#components/reporting/attest-detail.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import type { AttestRow } from '#lib/domain/report/attest-preview.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import { formatMonthName } from '#lib/shared/format-date.ts';
import { type Month, previousMonth } from '#lib/shared/month.ts';

type Props = {
  readonly row: AttestRow;
  readonly month: Month;
  /** Of the row among those that are signed. */
  readonly index: number;
  readonly formId: string;
  /** To be kept back. */
  readonly marked: boolean;
};

/** One report in one line that opens: who, how much, how it differs, what a reviewer will see – and whether it waits. */
export function AttestLine({ row, month, index, formId, marked }: Props) {
  const t = useTranslations('attest.line');
  return (
    <li className="flex items-start gap-x-4 max-sm:gap-x-2 border-t border-line first:border-t-0">
      <details className="group min-w-0 flex-1">
        <summary className="grid cursor-pointer grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 gap-y-0.5 py-3 md:grid-cols-[1.25rem_minmax(0,13rem)_minmax(0,1fr)_6.5rem]">
          <Icon name="down" className="text-accent group-open:rotate-180" />
          <b className="font-medium">{row.participantName}</b>
          <span className="text-end font-medium tabular-nums md:order-last">
            <Amount value={row.amountOre} />
          </span>
          <span className="col-span-2 col-start-2 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-2 md:col-span-1 md:col-start-3">
            <Facts row={row} month={month} />
          </span>
        </summary>
        <AttestDetail row={row} month={month} />
      </details>
      <label className="choice no-print mt-1.75 w-24 max-sm:w-12 max-sm:grid-cols-1 max-sm:justify-items-center">
        <input
          type="checkbox"
          form={formId}
          name={`reports.${index}.leave`}
          value="on"
          defaultChecked={marked}
          aria-label={t('keepName', { name: row.participantName })}
        />
        <span className="choice-label text-sm max-sm:text-xs" aria-hidden="true">
          {t('keep')}
        </span>
      </label>
    </li>
  );
}

/** In a few words: support, where, the difference that matters, and what the checks found. */
function Facts({ row, month }: Pick<Props, 'row' | 'month'>) {
  const t = useTranslations('attest.line');
  const locale = useStaffLocale();
  const { content, minutes, onSitePermille, remarks, difference } = row;
  const before = formatMonthName(previousMonth(month), locale);
  const told = remarks.filter(({ code }) => code !== 'LATE').length;
  return (
    <>
      {content.noActivityReason === null ? (
        <span>
          {t('support', { time: hoursAsClock(minutes.support) })}
          {onSitePermille !== null && `, ${t('onSite', { share: Math.floor(onSitePermille / 10) })}`}
        </span>
      ) : (
        <span>{t('noActivity', { reason: absenceReasonName(content.noActivityReason, locale) })}</span>
      )}
      {difference !== null && difference.kind !== 'little' && (
        <Status tone="warn">{t(difference.kind, { month: before })}</Status>
      )}
      {difference?.kind === 'little' && difference.supportChange !== 0 && (
        <span className="text-ink-3">
          {t(difference.supportChange > 0 ? 'more' : 'less', {
            time: hoursAsClock(Math.abs(difference.supportChange)),
            month: before,
          })}
        </span>
      )}
      {difference === null && <span className="text-ink-3">{t('first')}</span>}
      {told > 0 && <Status tone="warn">{t('seen', { count: told })}</Status>}
    </>
  );
}
