import { useLocale, useTranslations } from 'next-intl';
import { minutesIn, type MonthColumns } from '#components/reporting/month-columns.ts';
import { RowState } from '#components/month-state/row-state.tsx';
import { Amount } from '#components/ui/amount.tsx';
import { Meter } from '#components/ui/meter.tsx';
import { Cell, Row, RowHead } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { hoursAsClock } from '#lib/domain/report/hours-as-clock.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { languageName } from '#lib/shared/i18n/language-name.ts';
import { firstDay, type Month, nextMonth } from '#lib/shared/month.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly row: MonthRow;
  readonly month: Month;
  readonly columns: MonthColumns;
  readonly seesMoney: boolean;
};

/** On a phone the row says how the month stands; what it is made of is one press away. */
export const WIDE_ONLY = 'max-md:not-print:hidden';

/** One participant's month in the table. */
export function MonthLine({ row, month, columns, seesMoney }: Props) {
  const t = useTranslations('reporting.table');
  const locale = useLocale();
  const { content } = row;
  const { noActivityReason } = content;
  const span = columns.own.length + (columns.other.length > 0 ? 1 : 0) + 2;
  return (
    <Row>
      <RowHead>
        <TextLink href={`/provider/months/${month}/${row.placementId}`}>{row.participantName}</TextLink>
        <Since row={row} month={month} />
      </RowHead>
      {noActivityReason === null ? (
        <>
          {columns.own.map((code) => (
            <Minutes key={code} row={row} codes={[code]} label={t(`short.${code}`)} />
          ))}
          {columns.other.length > 0 && <Minutes row={row} codes={columns.other} label={t('other')} />}
          <Cell label={t('language')} className={WIDE_ONLY}>
            {content.languageSupport === null ? t('no') : languageName(content.languageSupport, locale)}
          </Cell>
          <Cell numeric label={t('suggestions')} className={WIDE_ONLY}>
            {content.jobSuggestions}
          </Cell>
        </>
      ) : (
        <Cell colSpan={span}>{t('noActivity', { reason: absenceReasonName(noActivityReason, locale) })}</Cell>
      )}
      <Support row={row} />
      <Cell numeric label={t('onSite')}>
        {row.onSitePermille === null ? '–' : t('share', { share: Math.floor(row.onSitePermille / 10) })}
      </Cell>
      <Cell className="md:min-w-40 print:min-w-0">
        <RowState row={row} />
      </Cell>
      {seesMoney && (
        <Cell numeric label={t('amount')}>
          <Amount value={row.possibleOre} bare />
        </Cell>
      )}
    </Row>
  );
}

/** The level, and when the service began or ended in the month. */
function Since({ row, month }: Pick<Props, 'row' | 'month'>) {
  const t = useTranslations('reporting.table');
  const locale = useLocale();
  const { level, from, to } = row;
  const began = from >= firstDay(month) ? dateInWords(from, locale, 'day') : null;
  const ended = to < firstDay(nextMonth(month)) ? dateInWords(addDays(to, -1), locale, 'day') : null;
  return (
    <small className="whitespace-nowrap">
      {t('level', { level })}
      {began !== null && `, ${t('began', { day: began })}`}
      {ended !== null && `, ${t('ended', { day: ended })}`}
    </small>
  );
}

type MinutesProps = {
  readonly row: MonthRow;
  readonly codes: readonly ActivityCode[];
  readonly label: string;
};

function Minutes({ row, codes, label }: MinutesProps) {
  const t = useTranslations('reporting.table');
  const minutes = minutesIn(row, codes);
  if (minutes === null) {
    return (
      <Cell numeric label={label} className={WIDE_ONLY}>
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        <span className="sr-only">{t('notPlanned')}</span>
      </Cell>
    );
  }
  const isBlocked = row.remarks.some(
    ({ code, row: at }) =>
      code === 'ACTIVITY_NOT_PLANNED' &&
      at !== null &&
      codes.includes(row.content.rows[at]?.activity ?? 'ownWork'),
  );
  return (
    <Cell numeric label={label} className={WIDE_ONLY}>
      <span className={isBlocked ? 'font-bold text-stop' : minutes === 0 ? 'text-ink-3' : undefined}>
        {hoursAsClock(minutes)}
        {isBlocked && <span className="sr-only"> {t('notPlanned')}</span>}
      </span>
    </Cell>
  );
}

function Support({ row }: Pick<Props, 'row'>) {
  const t = useTranslations('reporting.table');
  const { minutes, leastSupport } = row;
  const support = hoursAsClock(minutes.support);
  const least = hoursAsClock(leastSupport);
  return (
    <Cell numeric label={t('support')}>
      <b className="font-medium">{support}</b>{' '}
      <span className="text-xs text-ink-3">{t('least', { least })}</span>
      <Meter
        value={minutes.support}
        most={Math.max(2 * leastSupport, minutes.support)}
        least={leastSupport}
        words={t('supportWords', { support, least })}
        className="w-28 print:hidden md:ms-auto"
      />
    </Cell>
  );
}
