import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Days ahead within which participants who begin are counted as a coach's. */
export const STARTING_DAYS = 14;

/** A coach of a provider and what they have to do. */
export type Workload = {
  readonly personId: string;
  readonly name: string;
  /** Whether they are a coach of the provider today: false for one who has left participants behind. */
  readonly isCoach: boolean;
  /** Participants with service days today, and those who begin within two weeks, at all the provider's offices. */
  readonly participants: number;
  readonly starting: number;
  /** Offices that they work at. */
  readonly offices: 'all' | readonly string[];
  /** Languages beside Swedish that they have logged support in, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** The days on which somebody else covers for them, now or next; half-open. */
  readonly absence: Absence | null;
};

export type Absence = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly coveringName: string;
};

/** `over`: more than the terms' participants of a full-time coach; `near`: the last tenth before that. */
export type LoadStanding = 'room' | 'near' | 'over';

type Counted = Pick<Workload, 'participants' | 'starting'>;

/** Participants that a coach has within two weeks, with `adding` more. */
export function participantsSoon({ participants, starting }: Counted, adding = 0): number {
  return participants + starting + adding;
}

/**
 * How a coach would stand with `adding` more participants, against the terms' most for one who works full time (service
 * description section 6). How much each works is not known: it is pointed out, never refused.
 */
export function loadStanding(load: Counted, adding: number, most: number): LoadStanding {
  const soon = participantsSoon(load, adding);
  if (soon > most) return 'over';
  return soon * 10 > most * 9 ? 'near' : 'room';
}

/** Whether the coach works at the office. */
export function worksAtOffice({ offices }: Pick<Workload, 'offices'>, officeId: string): boolean {
  return offices === 'all' || offices.includes(officeId);
}
