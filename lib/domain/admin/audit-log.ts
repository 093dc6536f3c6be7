import type { Role } from '#lib/domain/actor/role.ts';

export const AUDIT_OUTCOMES = ['done', 'refused', 'read'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Why somebody searches the log: goes into the log with the search. */
export const AUDIT_REASONS = ['supervision', 'suspicion', 'complaint', 'request', 'incident'] as const;
export type AuditReason = (typeof AUDIT_REASONS)[number];

/** Newest entries that a file holds at most. */
export const MOST_EXPORTED = 20_000;

export const ACTOR_KINDS = [
  'person',
  'client',
  'employer',
  'paperCode',
  'job',
  'authority-load',
  'anonymous',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One entry of the log with the names behind its ids. */
export type LoggedAction = {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly actorKind: ActorKind;
  /** Null for machines, and for persons whom the asker may not see. */
  readonly actorName: string | null;
  /** Which machine: a client's id or a job's name. */
  readonly actorMachine: string | null;
  readonly role: Role | null;
  readonly providerName: string | null;
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** Code of the refusal. */
  readonly refusal: string | null;
  /** The choice that a job made, where there is a calculation to read. */
  readonly assignedChoiceId: string | null;
  readonly purpose: string | null;
  /** How many participants the entry is about. */
  readonly participants: number;
  /** Their names where they are few; those with protected identity are never among them. */
  readonly participantNames: readonly string[];
};

/** How the chain over the log stands. */
export type ChainState = {
  readonly links: number;
  /** Entries that wait for their link; a few are normal for some seconds. */
  readonly waiting: number;
  readonly lastLinkedAt: string | null;
  readonly checkpoint: LastCheckpoint | null;
};

/** The last signed checkpoint and whether signature and chain agree with it. */
export type LastCheckpoint = {
  readonly seq: string;
  readonly at: string;
  readonly genuine: boolean;
  readonly agrees: boolean;
};

export type AuditSearch = {
  readonly entries: readonly LoggedAction[];
  /** Whose names or entries were searched for and shown. */
  readonly shownParticipantIds: readonly string[];
  /** Where the next, older page begins; null on the last. */
  readonly olderThan: string | null;
  /** A reference was searched for that no visible participant has. */
  readonly unknownReference: boolean;
  readonly chain: ChainState;
};

/** Names of participants stand in an entry that is about at most so many. */
export const NAMED_PARTICIPANTS = 3;
