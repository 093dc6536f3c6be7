import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import type { NewEntry } from '#lib/domain/activity/log-entry.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** An entry as it stands in the log. */
export type LoggedEntry = NewEntry & {
  readonly id: string;
  readonly version: number;
  readonly coachName: string | null;
};

export type WeekParticipant = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly officeName: string;
  /** Their coach is the reader, or somebody whom the reader covers for today. */
  readonly mine: boolean;
  /** The coach whom the reader covers for with them; null for the reader's own and all others. */
  readonly coveringFor: string | null;
  /** Activities of the latest plan; null where there is none. */
  readonly planned: readonly ActivityCode[] | null;
  readonly entries: readonly LoggedEntry[];
  /** Absences that are reported, of any day. */
  readonly absences: readonly ShownAbsence[];
  readonly minutes: number;
};

/** Several participants for whom the reader logged the same thing at once. */
export type EarlierGroup = {
  /** One of the entries, by which the group is named. */
  readonly entryId: string;
  readonly date: PlainDate;
  readonly activity: ActivityCode;
  readonly placementIds: readonly string[];
};

/** A week of the log: a page of participants in service that week, in the order of names. */
export type WeekLog = {
  readonly weekFrom: PlainDate;
  /** Exclusive. */
  readonly weekTo: PlainDate;
  readonly today: PlainDate;
  readonly participants: readonly WeekParticipant[];
  /** The reader's latest groups of those who are shown, the latest first, each set of participants once. */
  readonly groups: readonly EarlierGroup[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};
