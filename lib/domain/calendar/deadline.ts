import type { MovedDay } from '#lib/domain/terms/moved-deadline.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/**
 * A last day with what is left until then: counts and months alone, nothing of a person. `returned` has no day of its own:
 * it waits to be completed.
 */
export type Deadline =
  | {
      readonly kind: 'month';
      readonly month: Month;
      readonly dueOn: PlainDate;
      readonly participants: number;
      readonly left: number;
      readonly moved: MovedDay | null;
    }
  | { readonly kind: 'plan'; readonly dueOn: PlainDate; readonly count: number }
  /** Those whose first period ends and for whom no basis for an extension is sent. */
  | { readonly kind: 'extension'; readonly dueOn: PlainDate; readonly count: number }
  /** Those who have ended and whose final report is not sent. */
  | { readonly kind: 'finalReport'; readonly dueOn: PlainDate; readonly count: number }
  /** Outcomes whose milestone comes, or has come, without evidence that reaches it. */
  | { readonly kind: 'milestone'; readonly dueOn: PlainDate; readonly count: number }
  /** Those who have ended and for whom nothing has been signalled. */
  | { readonly kind: 'signalWindow'; readonly dueOn: PlainDate; readonly count: number }
  | { readonly kind: 'statement'; readonly dueOn: PlainDate; readonly cutOff: PlainDate }
  /** Reports whose proposed rejection can be answered. */
  | { readonly kind: 'rejection'; readonly dueOn: PlainDate; readonly count: number }
  | { readonly kind: 'returned'; readonly month: Month; readonly count: number };

/** A deadline that has a day, as calendars show it. */
export type DatedDeadline = Exclude<Deadline, { readonly kind: 'returned' }>;

export function isDated(deadline: Deadline): deadline is DatedDeadline {
  return deadline.kind !== 'returned';
}

/** What tells a deadline from the others of the same reader, the same as long as it is about the same. */
export function deadlineKey(deadline: DatedDeadline): string {
  switch (deadline.kind) {
    case 'month':
      return `month-${deadline.month}`;
    case 'plan':
    case 'extension':
    case 'finalReport':
    case 'milestone':
    case 'signalWindow':
    case 'rejection':
      return `${deadline.kind}-${deadline.dueOn}`;
    case 'statement':
      return `statement-${deadline.cutOff}`;
  }
}
