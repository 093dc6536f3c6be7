import { type ActivityCode, activityName } from '#lib/domain/activity/activity.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { conflict, type Problem, validationProblem } from '#lib/shared/problem.ts';

/** Longest text of a comment and of an answer, in characters. Source: service description section 5. */
export const LONGEST_COMMENT = 2_000;

/** Comments that a participant may have waiting to be read; more are for the phone. */
export const MOST_UNREAD_COMMENTS = 20;

/** That somebody at the provider has read a comment, with what they answered. */
export type CommentResponse = {
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly givenAt: string;
  /** Null where it was only read. */
  readonly text: string | null;
};

/** The participant's comment on a version of the plan, or on one activity of it. */
export type PlanComment = {
  readonly id: string;
  /** The version that was commented on. */
  readonly number: number;
  readonly activity: ActivityCode | null;
  /** ISO 8601 in UTC. */
  readonly writtenAt: string;
  readonly text: string;
  /** The earliest first. */
  readonly responses: readonly CommentResponse[];
};

/** Whether nobody at the provider has read it, as far as they have said. */
export function isUnread({ responses }: PlanComment): boolean {
  return responses.length === 0;
}

/** What a new comment is held against. */
export type CommentedPlan = {
  readonly activities: readonly ActivityCode[];
  /** First day no longer in the service. */
  readonly to: PlainDate;
  /** The participant's comments that nobody has read. */
  readonly unread: number;
};

/**
 * Why a comment is not taken, or null: it is on an activity that the version does not have, the placement has ended, or 20
 * wait to be read already.
 */
export function commentProblem(
  { activities, to, unread }: CommentedPlan,
  activity: ActivityCode | null,
  today: PlainDate,
): Problem | null {
  if (activity !== null && !activities.includes(activity)) {
    const message = `${activityName(activity)} finns inte i planen.`;
    return validationProblem([{ pointer: '/activity', code: 'notPlanned', message }]);
  }
  if (today >= to) {
    return conflict([], {
      code: 'placementEnded',
      title: {
        sv: 'Tiden hos leverantören är slut. Planen går inte att kommentera längre.',
        en: 'Your time with the provider is over. The plan can no longer be commented on.',
      },
    });
  }
  if (unread >= MOST_UNREAD_COMMENTS) {
    return conflict([], {
      code: 'manyUnread',
      title: {
        sv: 'Din handledare har många kommentarer kvar att läsa. Ring i stället.',
        en: 'Your coach has many comments left to read. Please call instead.',
      },
    });
  }
  return null;
}
