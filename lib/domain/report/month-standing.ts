import type { GridField } from '#lib/domain/month-grid/grid-field.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import { isMinutesField } from '#lib/domain/month-grid/grid-field.ts';
import type { ReadMonth } from '#lib/domain/month-grid/typed-month.ts';
import type { Verdict } from '#lib/domain/report/check-report.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { hasContent, isSendable, monthStateOf, remarksOf } from '#lib/domain/report/month-state.ts';
import type { ReportColumn } from '#lib/domain/report/raw-row.ts';
import { type Remark, remarkOf } from '#lib/domain/report/remark.ts';
import { minutesOf, onSitePermille } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';
import { type Ore, ore } from '#lib/shared/money.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

type Given = {
  readonly read: ReadMonth;
  readonly currentStatus: CurrentStatus | null;
  readonly verdict: Verdict;
  readonly hasDraft: boolean;
  /** Base pay in öre if there is anything to report, sent today and approved. */
  readonly possibleOre: Ore;
};

/** How a month stands, by what the checks say of it. */
export type MonthStanding = Pick<
  MonthRow,
  'state' | 'sendable' | 'remarks' | 'notAssessed' | 'minutes' | 'onSitePermille' | 'amountOre'
>;

/**
 * How a month that can be filled in stands: the same whether it is kept or being typed. What cannot be read keeps it
 * back, and is told before what the checks say.
 */
export function standingOf(given: Given, locale: ProblemLocale): MonthStanding {
  const { read, currentStatus, verdict, hasDraft, possibleOre } = given;
  const { content } = read;
  const hasUnread = read.unread.length > 0;
  const month = { content, currentStatus, judged: verdict, hasUnread };
  const minutes = minutesOf(content.rows);
  const told = remarksOf(verdict).filter(({ code }) => !hasUnread || code !== 'REPORT_EMPTY');
  return {
    state: monthStateOf(month),
    sendable: isSendable({ ...month, hasDraft }),
    remarks: [...unreadRemarks(read, locale), ...told.map((finding) => remarkOf(finding, locale))],
    notAssessed: verdict.notAssessed,
    minutes,
    onSitePermille: onSitePermille(minutes),
    amountOre: hasContent(content) ? possibleOre : ore(0),
  };
}

/** What cannot be read, as what is to be mended: one for each cell. */
export function unreadRemarks({ unread, problems }: ReadMonth, locale: ProblemLocale): readonly Remark[] {
  return unread.flatMap(({ field }) => {
    const [first] = problems[field] ?? [];
    if (first === undefined) return [];
    return [
      {
        code: 'CELL_UNREAD',
        severity: 'block',
        message: `${fieldName(field, locale)}: ${first.message}`,
        fix: first.fix ?? '',
        row: null,
        column: columnOf(field),
      } as const,
    ];
  });
}

function columnOf(field: GridField): ReportColumn {
  if (isMinutesField(field)) return 'minutes';
  switch (field) {
    case 'jobSuggestions':
      return 'job_suggestions';
    case 'languageSupport':
      return 'language_support';
    case 'noActivityReason':
      return 'reason';
  }
}
