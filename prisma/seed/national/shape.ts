import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Level } from '#lib/domain/compensation/types.ts';

/** How much the whole country is. */
export const NATIONAL = { placements: 60_000, providers: 200, contracts: 860 };

/** Months before the one that goes on in which placements began. */
export const MONTHS_BACK = 11;
/** Months whose log the portal holds, the one that goes on among them; of earlier ones it was given the totals. */
export const LOG_MONTHS = 3;

/** Shares of the levels among placements, as in the pilot's file. */
export const LEVELS: readonly (readonly [Level, number])[] = [
  ['A', 21],
  ['B', 33],
  ['C', 46],
];

/** Of the pilot's participants. */
export const WOMEN = 0.45;
export const BORN_IN_SWEDEN = 0.41;
export const DISABILITY_CODE = 0.1;
export const LANGUAGE_SUPPORT = 0.31;
export const PROTECTED = 0.004;

/** How a service period ends, of a hundred; the others go on to their last day (pilot: 14 023 first periods). */
export const ENDS = { outcome: 0.17, interruption: 0.08, switch: 0.08 } as const;
/** First periods that went on to their last day and got a second one. */
export const EXTENDED = 0.62;

/** Providers that keep their own log: the portal gets the month's totals. */
export const OWN_LOG = 0.3;
/** Offices that run the same programme for many, month after month. */
export const PROGRAMME = 0.06;
/** Months in which somebody took part in nothing. */
export const NOTHING = 0.01;
/** Months with reported absence, of which some last for days. */
export const ABSENCE = 0.16;

export const LEVEL_INDEX: Readonly<Record<Level, 0 | 1 | 2>> = { A: 0, B: 1, C: 2 };
type ByLevel = readonly [a: number, b: number, c: number];

/** The pilot's tables 2 and 3 (insight, section 1): mean hours a month, and share of months with at least an hour. */
export const PILOT: Readonly<
  Partial<Record<ActivityCode, { readonly hours: ByLevel; readonly share: ByLevel }>>
> = {
  individualMeeting: { hours: [2.3, 2.4, 2.3], share: [0.98, 0.98, 0.98] },
  practicalSupport: { hours: [2.0, 2.2, 2.1], share: [0.54, 0.54, 0.55] },
  employerContacts: { hours: [1.4, 1.4, 1.4], share: [0.3, 0.3, 0.26] },
  careerGuidance: { hours: [1.0, 1.0, 0.9], share: [0.33, 0.32, 0.31] },
  information: { hours: [0.7, 0.7, 0.7], share: [0.19, 0.17, 0.17] },
  mapping: { hours: [0.4, 0.4, 0.4], share: [0.26, 0.26, 0.25] },
  languageSkills: { hours: [0.1, 0.2, 0.3], share: [0.06, 0.07, 0.1] },
  otherActor: { hours: [0, 0, 0], share: [0.01, 0.01, 0.01] },
  motivationalTalks: { hours: [0.2, 0.2, 0.2], share: [0.14, 0.14, 0.15] },
  digitalSkills: { hours: [0.1, 0.1, 0.1], share: [0.04, 0.05, 0.05] },
  health: { hours: [0, 0, 0], share: [0.01, 0.01, 0.01] },
};

/** All support in the pilot, mean hours a month. */
export const PILOT_ALL: ByLevel = [8.2, 8.6, 8.4];

/** On which day after the month reports come in, of a hundred: the first days are the peak (service description section 1). */
export const SENT_ON: readonly (readonly [day: number, weight: number])[] = [
  [1, 26],
  [2, 15],
  [3, 10],
  [4, 7],
  [5, 7],
  [6, 6],
  [7, 6],
  [8, 7],
  [9, 7],
  [10, 9],
];
