import type { ComplainedOf, OwnComplaint } from '#lib/domain/complaint/own-complaint.ts';
import type { OwnPlacement } from '#lib/domain/participant/own-situation.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** The figures of the terms in force that a participant can hold a provider to (service description sections 3 and 6). */
export type RightsFigures = Pick<
  Terms,
  | 'planDays'
  | 'leastSupportMinutesPerWeek'
  | 'meetingDays'
  | 'onSiteMeetingDays'
  | 'premisesHoursPerDay'
  | 'premisesDaysPerWeek'
  | 'participantsPerCoach'
  | 'finalReportWorkdays'
  | 'switchWorkdays'
>;

/** When the time is over and what can follow: `first` of two periods, `last`, or an end that is decided. */
export type PeriodEnd = { readonly kind: 'first' | 'last' | 'ended'; readonly lastDay: PlainDate };

/**
 * The last day of a placement, and whether a second period can follow: not where the end is decided, and not where there is a second
 * period already (service description section 3).
 */
export function periodEnd({ end, to, periods }: Pick<OwnPlacement, 'end' | 'to' | 'periods'>): PeriodEnd {
  const lastDay = addDays(end ?? to, -1);
  if (end !== null) return { kind: 'ended', lastDay };
  return { kind: periods.some(({ number }) => number === 2) ? 'last' : 'first', lastDay };
}

/** What a participant can ask of a provider, by whom and until when, and what they have complained of. */
export type OwnRights = {
  readonly participantId: string;
  readonly figures: RightsFigures;
  /** The one that goes on, else the next; null where there is none. */
  readonly placement: OwnPlacement | null;
  /** Whether the decision says that language support is needed. */
  readonly needsLanguageSupport: boolean;
  readonly complainedOf: readonly ComplainedOf[];
  readonly complaints: readonly OwnComplaint[];
};
