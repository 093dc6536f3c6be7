import { activityName } from '#lib/domain/activity/activity.ts';
import { formName } from '#lib/domain/activity/activity-form.ts';
import type { LoggedEntry } from '#lib/domain/activity/week-log.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';
import { type Month, periodOf } from '#lib/shared/month.ts';
import { addDays, isoWeekday, type PlainDate } from '#lib/shared/plain-date.ts';

/** What the log holds of one day. */
export type LoggedDay = {
  readonly date: PlainDate;
  /** Minutes of support: the participants' own work is not among them. */
  readonly support: number;
  readonly participants: number;
  readonly entries: number;
};

export type MonthParticipant = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly support: number;
  readonly entries: number;
  readonly days: number;
};

/** A month of the log: its days with something in them, and a page of the participants in service, in the order of names. */
export type MonthLog = {
  readonly month: Month;
  readonly today: PlainDate;
  readonly days: readonly LoggedDay[];
  readonly participants: readonly MonthParticipant[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Every entry of the month, where one participant is asked for; the earliest first. */
  readonly entries: readonly LoggedEntry[] | null;
};

/** A month as calendars show it: weeks from Monday to Sunday; null for days of other months. */
export function weeksOf(month: Month): readonly (readonly (PlainDate | null)[])[] {
  const { from, to } = periodOf(month);
  const weeks: (PlainDate | null)[][] = [];
  for (let monday = addDays(from, 1 - isoWeekday(from)); monday < to; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(monday, after));
    weeks.push(days.map((day) => (day >= from && day < to ? day : null)));
  }
  return weeks;
}

/** An entry with whose it is, for a file. */
export type FiledEntry = LoggedEntry & {
  readonly participantId: string;
  readonly participantName: string;
  readonly reference: string;
  readonly officeName: string;
};

const HEAD = [
  'datum',
  'deltagare',
  'genomförandereferens',
  'utförande verksamhet',
  'aktivitet',
  'form',
  'minuter',
  'språk',
  'handledare',
  'anteckning',
] as const;

/** A month's log as the rows of a file, the head first. */
export function monthLogRows(entries: readonly FiledEntry[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...entries.map((entry) => [
      entry.date,
      entry.participantName,
      entry.reference,
      entry.officeName,
      activityName(entry.activity),
      entry.form === null ? null : formName(entry.form),
      entry.minutes,
      entry.language,
      entry.coachName,
      entry.note,
    ]),
  ];
}
