import type { ActorKind } from '#lib/domain/admin/audit-log.ts';
import { isRole, type Role } from '#lib/domain/actor/role.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Why somebody had a participant's data before them, as the participant is told. */
export const READING_CAUSES = [
  'support',
  'activities',
  'plan',
  'reports',
  'documents',
  'choice',
  'placement',
  'work',
  'review',
  'money',
  'quality',
  'identity',
  'files',
  'complaint',
  'messages',
  'log',
  'sharedPlan',
  'other',
] as const;
export type ReadingCause = (typeof READING_CAUSES)[number];

/** What each noun of the log's actions is about, for the person whom it is about. */
const CAUSE_OF_NOUN: Readonly<Record<string, ReadingCause>> = {
  activityAnswer: 'activities',
  activityEntry: 'activities',
  agreement: 'money',
  agreementDraft: 'money',
  assistance: 'choice',
  audit: 'log',
  calendarFeed: 'support',
  caseworker: 'choice',
  choice: 'choice',
  claim: 'money',
  coachCover: 'support',
  complaint: 'complaint',
  correction: 'placement',
  dataExtract: 'files',
  dispute: 'money',
  document: 'documents',
  employerConfirmation: 'work',
  evidence: 'work',
  experience: 'support',
  export: 'files',
  extension: 'placement',
  finalReport: 'documents',
  identityNumber: 'identity',
  insight: 'quality',
  intake: 'support',
  month: 'reports',
  notification: 'messages',
  outcome: 'work',
  paperCode: 'choice',
  participant: 'support',
  payment: 'money',
  placement: 'placement',
  placements: 'files',
  plan: 'plan',
  planShare: 'sharedPlan',
  protectedIdentity: 'identity',
  providerSwitch: 'choice',
  quality: 'quality',
  references: 'files',
  reminder: 'messages',
  report: 'reports',
  reports: 'files',
  retentionHold: 'placement',
  review: 'review',
  sample: 'review',
  sharing: 'plan',
  statement: 'money',
  statementRun: 'money',
  todo: 'support',
  upload: 'reports',
  wantedExtent: 'placement',
  whiteSpot: 'choice',
};

/** Why an action of the log had to do with a participant, told by its noun; `other` for one that is not known here. */
export function readingCause(action: string): ReadingCause {
  const [noun = ''] = action.split('.');
  return CAUSE_OF_NOUN[noun] ?? 'other';
}

/** Who read: an organisation and a role in it, or a machine. Those who work are not named (trust model section 4). */
export type Reader =
  | {
      readonly kind: 'provider';
      readonly providerId: string;
      readonly name: string;
      readonly role: Role | null;
    }
  | { readonly kind: 'authority'; readonly role: Role | null }
  | { readonly kind: 'employer' | 'link' | 'portal' };

/** What the log says of a day: so many times, last at an instant (ISO 8601). */
export type LoggedReading = {
  readonly day: PlainDate;
  readonly actorKind: ActorKind | 'paperCode';
  readonly role: string | null;
  readonly providerId: string | null;
  readonly providerName: string | null;
  readonly action: string;
  readonly times: number;
  readonly lastAt: string;
};

export type Reading = {
  readonly reader: Reader;
  readonly cause: ReadingCause;
  readonly times: number;
  readonly lastAt: string;
};

export type ReadingDay = { readonly day: PlainDate; readonly readings: readonly Reading[] };

/** A page of who has read about a participant, the latest day first. */
export type OwnReadings = {
  readonly participantId: string;
  readonly days: readonly ReadingDay[];
  /** Providers that are in the log at all, for the filter. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly page: number;
  readonly pages: number;
};

function readerOf({ actorKind, role, providerId, providerName }: LoggedReading): Reader {
  const known = role !== null && isRole(role) ? role : null;
  switch (actorKind) {
    case 'person':
    case 'client':
      return providerId === null
        ? { kind: 'authority', role: known }
        : { kind: 'provider', providerId, name: providerName ?? '', role: known };
    case 'authority-load':
      return { kind: 'authority', role: null };
    case 'employer':
      return { kind: 'employer' };
    // Nobody in particular gets at a participant's data but by a link that they have made.
    case 'anonymous':
    case 'paperCode':
      return { kind: 'link' };
    case 'job':
      return { kind: 'portal' };
  }
}

/** What the log says, day by day, the latest first; the same reader and cause within a day are one line, in the order of the last time. */
export function readingDays(logged: readonly LoggedReading[]): readonly ReadingDay[] {
  const byDay = Map.groupBy(logged, ({ day }) => day);
  return [...byDay]
    .toSorted(([a], [b]) => b.localeCompare(a))
    .map(([day, entries]) => ({ day, readings: readingsOf(entries) }));
}

function readingsOf(entries: readonly LoggedReading[]): readonly Reading[] {
  const alike = Map.groupBy(entries, (entry) =>
    JSON.stringify([readerOf(entry), readingCause(entry.action)]),
  );
  return [...alike.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const lastAt = group.reduce((last, entry) => (entry.lastAt > last ? entry.lastAt : last), first.lastAt);
      const times = group.reduce((sum, entry) => sum + entry.times, 0);
      return [{ reader: readerOf(first), cause: readingCause(first.action), times, lastAt }];
    })
    .toSorted((a, b) => b.lastAt.localeCompare(a.lastAt));
}
