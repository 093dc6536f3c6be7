import { ACTIVITY_CODES, type ActivityCode, MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { MonthSums } from '#lib/domain/report/month-overview.ts';

/** How many activities have a column of their own beside the mandatory ones; the rest are summed. */
const OWN_COLUMNS = 3;

export type MonthColumns = {
  readonly own: readonly ActivityCode[];
  /** Summed as "other"; empty where every activity in use has its column. */
  readonly other: readonly ActivityCode[];
};

/** The columns of a month: the mandatory activities, those that take most time, and all others together. */
export function monthColumns({ byActivity }: MonthSums): MonthColumns {
  const inUse = ACTIVITY_CODES.filter((code) => byActivity[code] > 0 && !MANDATORY_ACTIVITIES.includes(code));
  const most = inUse.toSorted((a, b) => byActivity[b] - byActivity[a]);
  const shown = new Set([...MANDATORY_ACTIVITIES, ...most.slice(0, OWN_COLUMNS)]);
  const other = most.slice(OWN_COLUMNS);
  return { own: ACTIVITY_CODES.filter((code) => shown.has(code)), other };
}

/** Minutes of these activities in a row; null where none of them is planned or reported. */
export function minutesIn({ content, planned }: MonthRow, codes: readonly ActivityCode[]): number | null {
  const rows = content.rows.filter(({ activity }) => codes.includes(activity));
  if (rows.length === 0 && !codes.some((code) => planned?.includes(code))) return null;
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}
