import { ABSENCE_REASONS, type AbsenceReason } from '#lib/domain/compensation/types.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { Text } from '#lib/shared/problem.ts';

/** What can happen beside absence (service description section 5). */
export const EVENT_CAUSES = [
  'declinedActivity',
  'declinedJob',
  'cannotBenefit',
  'misconduct',
  'preventedJob',
] as const;
export type EventCause = (typeof EVENT_CAUSES)[number];

/** Causes of a deviation report: those of an absence, then those of something else that happened. */
export const DEVIATION_CAUSES = [...ABSENCE_REASONS, ...EVENT_CAUSES] as const;
export type DeviationCause = (typeof DEVIATION_CAUSES)[number];

/** What is asked further about a cause, in the order in which it is told. */
export const FOLLOW_UPS = [
  'otherKind',
  'reached',
  'what',
  'reason',
  'problem',
  'done',
  'adapted',
  'notified',
] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Follow-ups that are answered by one of a few; the others are answered in words. */
export const CHOICES = {
  notified: ['before', 'sameDay', 'after', 'no'],
  otherKind: ['doctor', 'family', 'authority', 'interview', 'other'],
  reached: ['yes', 'no', 'notTried'],
} as const satisfies Partial<Record<FollowUp, readonly string[]>>;
export type ChosenFollowUp = keyof typeof CHOICES;

/**
 * What is asked further about each cause, and whether it has to be answered (service description section 5). Sickness is
 * asked nothing that is answered in words: nobody writes a diagnosis where there is no line for it.
 */
export const ASKED: Readonly<Record<DeviationCause, Readonly<Partial<Record<FollowUp, 'must' | 'may'>>>>> = {
  sick: { notified: 'may' },
  careOfChild: { notified: 'may' },
  work: { what: 'may', notified: 'may' },
  education: { what: 'may', notified: 'may' },
  otherKnown: { otherKind: 'must', what: 'may', notified: 'may' },
  unknown: { reached: 'must' },
  declinedActivity: { what: 'must', reason: 'must' },
  declinedJob: { what: 'must', reason: 'must' },
  cannotBenefit: { problem: 'must', done: 'must', adapted: 'must' },
  misconduct: { problem: 'must', done: 'must', adapted: 'may' },
  preventedJob: { what: 'must', problem: 'must', reason: 'may' },
};

type About<Cause> = {
  readonly cause: Cause;
  /** The day it happened, or the days of a sickness, half-open. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Answers to what the cause asks; those that were left empty are not there. */
  readonly followUp: Readonly<Partial<Record<FollowUp, string>>>;
};

/** An absence: whole minutes, over all its days. */
export type Absence = About<AbsenceReason> & {
  readonly type: 'absence';
  readonly expectedMinutes: number;
  readonly absentMinutes: number;
  /** Whether it was confirmed that support is logged on a day of whole absence. */
  readonly confirmedActive: boolean;
};
export type DeviationEvent = About<EventCause> & { readonly type: 'event' };

/** What a deviation report says: one event each. */
export type Deviation = Absence | DeviationEvent;

/** What a caseworker says follows of it; empty where nothing does. */
export type DeviationDecision = { readonly next: string };

/** Another deviation report about the placement, as it stands. */
export type KnownDeviation = Pick<Deviation, 'cause' | 'from' | 'to'> & {
  readonly documentId: string;
  readonly threadId: string;
};

/** What the log holds of a day, in minutes. */
export type LoggedDay = {
  readonly date: PlainDate;
  readonly support: number;
  readonly ownWork: number;
};

/** What the rules of a deviation report rest on beside what is typed. */
export type DeviationFacts = {
  /** Days of the placement with entries in the log, in order. */
  readonly logged: readonly LoggedDay[];
  /** Current deviation reports about the placement. */
  readonly known: readonly KnownDeviation[];
  /** Minutes a week that the plan in force names; null where it names none. */
  readonly plannedPerWeek: number | null;
};

/** Whether the participant was away all the time that was expected. */
export function isWholeDay({
  expectedMinutes,
  absentMinutes,
}: Pick<Absence, 'expectedMinutes' | 'absentMinutes'>): boolean {
  return absentMinutes === expectedMinutes;
}

export function isEventCause(cause: DeviationCause): cause is EventCause {
  return EVENT_CAUSES.some((one) => one === cause);
}

/** The cause of that code, or null. */
export function deviationCause(code: string): DeviationCause | null {
  return DEVIATION_CAUSES.find((cause) => cause === code) ?? null;
}

const NAMES: Readonly<Record<DeviationCause, Text>> = {
  sick: { sv: 'Sjuk', en: 'Sick' },
  careOfChild: { sv: 'Vård av barn', en: 'Care of child' },
  work: { sv: 'Arbete', en: 'Work' },
  education: { sv: 'Utbildning', en: 'Education' },
  otherKnown: { sv: 'Annan känd orsak', en: 'Other known reason' },
  unknown: { sv: 'Okänd orsak', en: 'Unknown reason' },
  declinedActivity: { sv: 'Tackade nej till en aktivitet', en: 'Declined an activity' },
  declinedJob: { sv: 'Tackade nej till ett arbete', en: 'Declined a job' },
  cannotBenefit: { sv: 'Kan inte ta del av insatsen', en: 'Cannot benefit from the service' },
  misconduct: { sv: 'Stör eller missköter sig', en: 'Misconduct' },
  preventedJob: { sv: 'Hindrade att få ett arbete', en: 'Prevented getting a job' },
};

/** The cause as people say it. */
export function deviationCauseName(cause: DeviationCause, locale: keyof Text = 'sv'): string {
  return NAMES[cause][locale];
}
