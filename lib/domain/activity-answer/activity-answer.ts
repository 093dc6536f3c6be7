import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { Disputed } from '#lib/domain/report/report-facts.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** What a participant says of an activity (choice section 3): it was so, or it was not. */
export type Answer = 'confirmed' | 'disputed';

/** What can be sent of an activity: an answer, or that the one that was sent no longer stands. */
export const SENT_ANSWERS = ['confirmed', 'disputed', 'withdrawn'] as const;
export type SentAnswer = (typeof SENT_ANSWERS)[number];

/** Why it was not so: it was shorter, they were not there, it was something else (in words). */
export const DISPUTE_CAUSES = ['shorter', 'absent', 'other'] as const;
export type DisputeCause = (typeof DISPUTE_CAUSES)[number];

/** Most characters of a participant's own words. */
export const LONGEST_WORDS = 1000;

/** An activity that the participant can answer: an entry of the log, or a row of the report where the month has no log. */
export type OwnActivity = {
  /** The entry's, or `activity:form` of the row: one within its placement and month. */
  readonly key: string;
  readonly entryId: string | null;
  readonly date: PlainDate | null;
  readonly activity: ActivityCode;
  readonly form: ActivityForm | null;
  readonly minutes: number;
  /** The last answer; null where there is none yet. */
  readonly answer: Answer | null;
  readonly cause: DisputeCause | null;
  readonly words: string;
  /** How many answers there are. */
  readonly answers: number;
};

/** A month's activities with one provider, in the order of days. */
export type OwnMonth = {
  readonly placementId: string;
  readonly month: Month;
  readonly provider: string;
  /** Whether the month's report is decided: then an answer stands as it was given last. */
  readonly settled: boolean;
  readonly activities: readonly OwnActivity[];
};

/** A page of the months that have something to answer, the newest first. */
export type OwnActivities = {
  readonly participantId: string;
  readonly months: readonly OwnMonth[];
  readonly page: number;
  readonly pages: number;
};

/** Null where an answer may be taken back: it stands, and nobody has decided about the month's report (choice section 3). */
export function refuseTakingBack(
  { answer }: Pick<OwnActivity, 'answer'>,
  { settled }: Pick<OwnMonth, 'settled'>,
): Problem | null {
  if (answer === null) return conflict();
  if (!settled) return null;
  return conflict([], {
    code: 'answerSettled',
    title: {
      sv: 'Rapporten för månaden är beslutad. Svaret går inte att ta tillbaka längre.',
      en: 'The month’s report has been decided. The answer can no longer be taken back.',
    },
  });
}

/** Those that nothing has been said of. */
export function unanswered(activities: readonly OwnActivity[]): readonly OwnActivity[] {
  return activities.filter(({ answer }) => answer === null);
}

/** What is disputed of a month, as the checks of its report ask for it. */
export function disputedOf(activities: readonly OwnActivity[]): readonly Disputed[] {
  return activities
    .filter(({ answer }) => answer === 'disputed')
    .map(({ activity, form, minutes, date }) => ({ activity, form, minutes, date }));
}
