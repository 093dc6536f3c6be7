import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The documents that go the common way (service description section 5): submitted once, decided once. */
export const DOCUMENT_KINDS = [
  'deviationReport',
  'informativeReport',
  'interruptionRequest',
  'supportedEmployment',
  'extension',
  'signal',
  'finalReport',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Status of one version of a document. A draft is none yet. */
export const DOCUMENT_STATUSES = [
  'submitted',
  'inReview',
  'approved',
  'returned',
  'rejected',
  'superseded',
  'withdrawn',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Where a document waits: with caseworkers who assess, with those who decide, or with reviewers. */
export const DESKS = ['assess', 'decide', 'review'] as const;
export type Desk = (typeof DESKS)[number];

/** What a caseworker may do with a case; `decide` includes `assess`. */
export const CASE_MANDATES = ['assess', 'decide'] as const;
export type CaseMandate = (typeof CASE_MANDATES)[number];

/** What somebody at a desk can say of a document. */
export const VERDICTS = ['approve', 'return', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What can happen to a document; each leaves an event. */
export const DOCUMENT_ACTS = [
  'submitted',
  'superseded',
  'taken',
  'handedBack',
  'handedUp',
  'approved',
  'returned',
  'rejected',
  'withdrawn',
  'noted',
] as const;
export type DocumentAct = (typeof DOCUMENT_ACTS)[number];

/** Whether the version is the document as it stands: neither replaced nor taken back. */
export function isCurrent(status: DocumentStatus): boolean {
  return status !== 'superseded' && status !== 'withdrawn';
}

/** Whether the document came in after its last day; null where it has none. `dueOn` is the last day in time. */
export function isLate({ dueOn, submittedOn }: Pick<DocumentHead, 'dueOn' | 'submittedOn'>): boolean | null {
  return dueOn === null ? null : submittedOn > dueOn;
}

/** One version of a document without what it says. */
export type DocumentHead = {
  readonly id: string;
  readonly threadId: string;
  /** Version within its thread, from 1. */
  readonly number: number;
  readonly kind: DocumentKind;
  readonly placementId: string;
  readonly status: DocumentStatus;
  /** Why it replaced the version before; empty for the first. */
  readonly why: string;
  /** Last day in time; null where there is none. */
  readonly dueOn: PlainDate | null;
  readonly submittedOn: PlainDate;
  /** Instant, ISO 8601. */
  readonly submittedAt: string;
  readonly submittedByPersonId: string | null;
  readonly desk: Desk;
  readonly handedUpByPersonId: string | null;
  readonly takenByPersonId: string | null;
  readonly takenByName: string | null;
  /** Of a returned document: last day to complete it. */
  readonly completeBy: PlainDate | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
  readonly decidedByPersonId: string | null;
  readonly contentHash: string;
  /** Counts every step, for who has seen which. */
  readonly version: number;
};

/** One version of a document with what it says and, once decided, what was decided. */
export type StoredDocument<Content = unknown, Decided = unknown> = DocumentHead & {
  readonly content: Content;
  readonly decision: Decided | null;
};

/** The placement that a document is about. */
export type DocumentPlacement = {
  readonly placementId: string;
  readonly participantId: string;
  readonly providerId: string;
  readonly officeId: string;
  readonly coachPersonId: string | null;
  readonly level: 'A' | 'B' | 'C';
  readonly from: PlainDate;
  /** First day after the planned service days. */
  readonly to: PlainDate;
  /** First day no longer in the service; null while it goes on. */
  readonly end: PlainDate | null;
  readonly endReason: 'outcome' | 'switch' | 'interruption' | 'completed' | null;
  readonly protected: boolean;
  readonly version: number;
};

/** Something that happened to a document. */
export type DocumentEvent = {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly act: DocumentAct;
  /** Reason, assessment or note; empty where nothing was said. */
  readonly text: string;
  readonly detail: unknown;
  readonly personId: string | null;
  /** Null for who may not see the name: participants see roles of the authority alone. */
  readonly personName: string | null;
  readonly role: string | null;
  readonly at: string;
};
