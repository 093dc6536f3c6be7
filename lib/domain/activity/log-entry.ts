import { type ActivityCode, activityName, isSupport } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import { formatDate, formatMonth } from '#lib/shared/format-date.ts';
import { type Month, monthOf } from '#lib/shared/month.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** An entry in the log, as it is made or changed. */
export type NewEntry = {
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  readonly language: string | null;
  readonly note: string;
};

/** What an entry is held against: whose it is and what the day holds already. */
export type LogDay = {
  readonly participantName: string;
  /** The placement's service days, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Months that are sent: their log is closed. */
  readonly reportedMonths: ReadonlySet<Month>;
  /** Minutes of support on the day, without this entry. */
  readonly supportMinutes: number;
};

export type LogRules = {
  readonly minuteStep: number;
  readonly mostSupportMinutesPerDay: number;
  readonly today: PlainDate;
};

/** What is wrong with an entry: the field, a stable code, the sentence and the remedy. */
export type EntryFault = {
  readonly field: 'date' | 'form' | 'minutes' | 'note';
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

/** Ten or twelve digits as identity numbers are written. */
const IDENTITY_NUMBER = /(?<!\d)(?:19|20)?\d{2}[01]\d[0-9]\d[-+ ]?\d{4}(?!\d)/;
const MINUTES_A_DAY = 1440;

/**
 * Everything that is wrong with an entry of the log (service description section 5): on a service day, not ahead of
 * today, in a month that is not sent; whole steps of minutes, not more support in a day than can be; a form unless it is
 * own work; no identity number in the note.
 */
export function entryFaults(entry: NewEntry, day: LogDay, rules: LogRules): readonly EntryFault[] {
  return [...dateFaults(entry, day, rules), ...minuteFaults(entry, day, rules), ...otherFaults(entry)];
}

function dateFaults({ date }: NewEntry, day: LogDay, { today }: LogRules): readonly EntryFault[] {
  const { participantName, from, to } = day;
  if (date > today) {
    const message = `${formatDate(date)} har inte varit än.`;
    return [{ field: 'date', code: 'entryInFuture', message, fix: 'Logga när aktiviteten har ägt rum.' }];
  }
  if (date < from || date >= to) {
    const message = `${participantName} var inte hos er ${formatDate(date)}.`;
    const fix = `Placeringen gäller ${formatDate(from)}–${formatDate(addDays(to, -1))}.`;
    return [{ field: 'date', code: 'entryOutsidePlacement', message, fix }];
  }
  return closedMonthFaults(date, day);
}

/** The month of the day is sent already: its log is closed. */
export function closedMonthFaults(
  date: PlainDate,
  { participantName, reportedMonths }: Pick<LogDay, 'participantName' | 'reportedMonths'>,
): readonly EntryFault[] {
  const month = monthOf(date);
  if (!reportedMonths.has(month)) return [];
  const message = `${participantName} är redan redovisad för ${formatMonth(month)}.`;
  const fix = 'Ta tillbaka rapporten först, om granskningen inte har börjat.';
  return [{ field: 'date', code: 'entryInReportedMonth', message, fix }];
}

function minuteFaults(entry: NewEntry, day: LogDay, rules: LogRules): readonly EntryFault[] {
  const { minutes, date } = entry;
  const { minuteStep, mostSupportMinutesPerDay } = rules;
  if (minutes < minuteStep || minutes > MINUTES_A_DAY || minutes % minuteStep !== 0) {
    const message = `${minutes} minuter går inte att logga.`;
    const fix = `Ange ${minuteStep}–${MINUTES_A_DAY} minuter i steg om ${minuteStep}.`;
    return [{ field: 'minutes', code: 'entryMinutes', message, fix }];
  }
  const support = day.supportMinutes + (isSupport(entry.activity) ? minutes : 0);
  if (support <= mostSupportMinutesPerDay) return [];
  const message = `${day.participantName} får mer än ${mostSupportMinutesPerDay / 60} timmar stöd ${formatDate(date)}.`;
  return [{ field: 'minutes', code: 'IMPOSSIBLE_TIME', message, fix: 'Kontrollera minuterna.' }];
}

function otherFaults({ activity, form, note }: NewEntry): readonly EntryFault[] {
  const faults: EntryFault[] = [];
  if (form === null && activity !== 'ownWork') {
    const message = `Form saknas för ${activityName(activity)}.`;
    faults.push({ field: 'form', code: 'formMissing', message, fix: 'Välj på plats, video eller telefon.' });
  }
  if (IDENTITY_NUMBER.test(note)) {
    const message = 'Anteckningen ser ut att innehålla ett personnummer.';
    faults.push({ field: 'note', code: 'identityNumberInNote', message, fix: 'Ta bort det.' });
  }
  return faults;
}
