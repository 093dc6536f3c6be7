import type { NewEntry } from '#lib/domain/activity/log-entry.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** One of last week's entries on its way to this week. */
export type CopyLine = {
  readonly entryId: string;
  readonly copy: NewEntry;
  /** Why it is left out: it is there already, or a sentence; null where it is copied. */
  readonly why: { readonly code: string; readonly message: string } | null;
};

/** What copying last week would do, participant by participant, in the order of names. */
export type WeekCopy = {
  readonly weekFrom: PlainDate;
  readonly participants: readonly {
    readonly placementId: string;
    readonly participantId: string;
    readonly participantName: string;
    readonly lines: readonly CopyLine[];
  }[];
};
