import {
  type GridField,
  isMinutesField,
  partsOf,
  type TypedMonth,
} from '#lib/domain/month-grid/grid-field.ts';
import type { LiveRow } from '#lib/domain/month-grid/month-grid.ts';
import { readMinutesText } from '#lib/domain/month-grid/minutes-text.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';

/**
 * How a cell is drawn: as the log has it, changed against the log, planned but empty, an empty one of an activity outside
 * the plan, nothing worth marking, to look at once more, or keeping the month from being sent.
 */
export type CellLook = 'log' | 'changed' | 'empty' | 'off' | 'plain' | 'warn' | 'stop';

export type LookedAt = {
  readonly typed: TypedMonth;
  readonly log: TypedMonth;
  readonly planned: ReportFacts['plannedActivities'];
  readonly live: Pick<LiveRow, 'problems' | 'remarks'>;
};

/** How a cell is drawn. */
export function cellLook(field: GridField, row: LookedAt): CellLook {
  const { typed, log, live } = row;
  const text = typed[field] ?? '';
  if (live.problems[field] !== undefined) return 'stop';
  if (!isMinutesField(field)) return 'plain';
  const isBlank = readMinutesText(text).kind === 'nothing';
  const isPlanned = row.planned?.includes(partsOf(field).activity) === true;
  if (!isPlanned && row.planned !== null) return isBlank ? 'off' : 'stop';
  if (isBlank && lacksMeeting(field, row)) return 'warn';
  if (hasLog(log) && !sameMinutes(text, log[field] ?? '')) return 'changed';
  if (!isBlank) return hasLog(log) ? 'log' : 'plain';
  return isActivityEmpty(field, typed) && (typed.noActivityReason ?? '') === '' ? 'empty' : 'plain';
}

function lacksMeeting(field: GridField, { live }: LookedAt): boolean {
  return (
    field.startsWith('individualMeeting:') && live.remarks.some(({ code }) => code === 'MANDATORY_MISSING')
  );
}

/** Whether the log has any time at all for the month. */
export function hasLog(log: TypedMonth): boolean {
  return Object.keys(log).some((field) => field.includes(':'));
}

/** Whether two texts mean as many minutes, however they are written. */
export function sameMinutes(one: string, other: string): boolean {
  const [a, b] = [readMinutesText(one), readMinutesText(other)];
  return a.kind === 'minutes' && b.kind === 'minutes' ? a.minutes === b.minutes : a.kind === b.kind;
}

/** Whether nothing is written for the activity in any form. */
function isActivityEmpty(field: GridField, typed: TypedMonth): boolean {
  const [activity] = field.split(':');
  return !Object.entries(typed).some(([other, text]) => other.startsWith(`${activity}:`) && text !== '');
}
