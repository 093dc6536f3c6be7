import { type ActivityCode, ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { saysTheSame } from '#lib/domain/report/content-difference.ts';
import { minutesOf, onSitePermille, type ReportContent } from '#lib/domain/report/report-content.ts';

/** Least change in minutes of support that is told as much. */
const MUCH_MINUTES = 240;
/** Least change as a share of the month before, in per cent. */
const MUCH_PERCENT = 50;
/** Least change of the share on site, in per mille. */
const MUCH_ON_SITE = 500;

/** How a participant's month differs from the one before, as a reviewer would notice it. */
export type MonthDifference = {
  /** Minutes of support then; what is now less this is the change. */
  readonly supportBefore: number;
  readonly supportChange: number;
  readonly onSiteBefore: number | null;
  readonly newActivities: readonly ActivityCode[];
  readonly goneActivities: readonly ActivityCode[];
  /** `equal`: the same to the minute. `much`: worth a second look. */
  readonly kind: 'equal' | 'little' | 'much';
};

/**
 * The difference between a month's content and the month before. It is much where the minutes of support change by at
 * least half of what they were and at least four hours, or the share on site by at least 50 percentage points; equal where
 * every minute is the same and there are minutes at all (own thresholds, for the eye alone: no check rests on them).
 */
export function monthDifference(now: ReportContent, before: ReportContent): MonthDifference {
  const is = minutesOf(now.rows);
  const was = minutesOf(before.rows);
  const supportChange = is.support - was.support;
  const onSite = onSitePermille(is);
  const onSiteBefore = onSitePermille(was);
  const has = ({ rows }: ReportContent, code: ActivityCode): boolean =>
    rows.some(({ activity }) => activity === code);
  const much =
    (Math.abs(supportChange) >= MUCH_MINUTES &&
      Math.abs(supportChange) * 100 >= was.support * MUCH_PERCENT) ||
    (onSite !== null && onSiteBefore !== null && Math.abs(onSite - onSiteBefore) >= MUCH_ON_SITE);
  const equal = now.rows.length > 0 && saysTheSame(now, { ...now, rows: before.rows });
  return {
    supportBefore: was.support,
    supportChange,
    onSiteBefore,
    newActivities: ACTIVITY_CODES.filter((code) => has(now, code) && !has(before, code)),
    goneActivities: ACTIVITY_CODES.filter((code) => !has(now, code) && has(before, code)),
    kind: equal ? 'equal' : much ? 'much' : 'little',
  };
}
