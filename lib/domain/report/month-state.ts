import type { CheckCode, Finding } from '#lib/domain/report/check.ts';
import type { JudgedReport } from '#lib/domain/report/judge-report.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import type { CurrentStatus } from '#lib/domain/report/report-facts.ts';

/**
 * How far a participant's month has come. Before it is sent: nothing yet, going on, something keeps it back, can be sent
 * but has remarks, can be sent. After: the report's own state.
 */
export const MONTH_STATES = [
  'notStarted',
  'draft',
  'blocked',
  'warned',
  'ready',
  'returned',
  'submitted',
  'inReview',
  'approved',
  'rejected',
] as const;
export type MonthState = (typeof MONTH_STATES)[number];

export function hasContent({ rows, noActivityReason }: ReportContent): boolean {
  return rows.length > 0 || noActivityReason !== null;
}

type Month = {
  readonly content: ReportContent;
  readonly currentStatus: CurrentStatus | null;
  readonly judged: Pick<JudgedReport, 'blocks' | 'findings'>;
  /** Something in it cannot be read as it was typed. */
  readonly hasUnread: boolean;
};

/** True of everybody's month alike, or of all of a coach's: it tells nobody apart. */
const OF_ALL: readonly CheckCode[] = ['LATE', 'COACH_OVERLOAD'];

/**
 * The state of a month (service description section 5). While the month goes on, remarks on what is not there yet are no
 * state, nor is what is true of all.
 */
export function monthStateOf({
  content,
  currentStatus,
  judged: { blocks, findings },
  hasUnread,
}: Month): MonthState {
  if (currentStatus !== null) return currentStatus;
  if (hasUnread) return 'blocked';
  if (!hasContent(content)) return 'notStarted';
  if (blocks.some(({ code }) => code !== 'MONTH_OPEN')) return 'blocked';
  if (blocks.length > 0) return 'draft';
  return findings.some(({ code }) => !OF_ALL.includes(code)) ? 'warned' : 'ready';
}

/** Whether the month can be sent as it stands; a returned one only when somebody has taken it up again. */
export function isSendable(month: Month & { readonly hasDraft: boolean }): boolean {
  if (month.hasUnread || month.judged.blocks.length > 0) return false;
  return month.currentStatus === null || (month.currentStatus === 'returned' && month.hasDraft);
}

/** What to tell about a month that is not sent: what keeps it back, and remarks once the month is over and has something in it. */
export function remarksOf({
  blocks,
  findings,
}: Pick<JudgedReport, 'blocks' | 'findings'>): readonly Finding[] {
  const codes = new Set(blocks.map(({ code }) => code));
  if (codes.has('MONTH_OPEN')) return blocks.filter(({ code }) => code !== 'REPORT_EMPTY');
  return codes.has('REPORT_EMPTY') ? blocks : [...blocks, ...findings];
}
