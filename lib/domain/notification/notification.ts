import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { Desk, DocumentKind } from '#lib/domain/document/document.ts';

/** What people choose ways for: events that are alike. */
export const NOTIFICATION_GROUPS = [
  'documents',
  'reports',
  'participants',
  'plan',
  'outcomes',
  'money',
  'cases',
  'organisation',
] as const;
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number];

/**
 * Everything that somebody can be told of, and the group it belongs to. `cases` is what comes in to the authority's desks;
 * the same step reaches the other side under `documents`.
 */
export const EVENT_GROUPS = {
  // A document's way (service description section 5), to those who submitted it or whom it is about.
  documentSubmitted: 'documents',
  documentWithdrawn: 'documents',
  documentReceived: 'documents',
  documentHandedUp: 'documents',
  documentAnswered: 'documents',
  documentApproved: 'documents',
  documentReturned: 'documents',
  documentRejected: 'documents',
  // What waits at a desk.
  caseArrived: 'cases',
  caseWithdrawn: 'cases',
  caseHandedUp: 'cases',
  caseHandedOver: 'cases',
  correctionArrived: 'cases',
  rejectionAnswered: 'cases',
  reconsiderationAsked: 'cases',
  approvedDisputed: 'cases',
  outcomeReportArrived: 'cases',
  evidenceArrived: 'cases',
  disputeRaised: 'cases',
  disputeContinued: 'cases',
  disputeWithdrawn: 'cases',
  presentationArrived: 'cases',
  bankAccountArrived: 'cases',
  whiteSpotFound: 'cases',
  complaintArrived: 'cases',
  protectedOpened: 'cases',
  codeUsed: 'cases',
  // Periodic reports and corrections of them.
  reportApproved: 'reports',
  reportApprovedFewer: 'reports',
  reportReturned: 'reports',
  rejectionProposed: 'reports',
  reportRejected: 'reports',
  reportReopened: 'reports',
  reportCorrected: 'reports',
  correctionApproved: 'reports',
  correctionRejected: 'reports',
  // A placement's beginning, course and end.
  chosenForYou: 'participants',
  chosenByCode: 'participants',
  switchedForYou: 'participants',
  undoneForYou: 'participants',
  placementStarted: 'participants',
  placementStartUndone: 'participants',
  placementEnding: 'participants',
  placementEnded: 'participants',
  placementEndUndone: 'participants',
  placementGoesOn: 'participants',
  periodExtended: 'participants',
  periodNotExtended: 'participants',
  levelCorrected: 'participants',
  activityDisputed: 'participants',
  choiceReminder: 'participants',
  choiceLastReminder: 'participants',
  choiceOpened: 'participants',
  providerAssigned: 'participants',
  coachAssigned: 'participants',
  coachChanged: 'participants',
  coverStarted: 'participants',
  complaintAnswered: 'participants',
  // The joint plan.
  planMade: 'plan',
  planCommented: 'plan',
  planCommentAnswered: 'plan',
  // Work and studies, and what proves them.
  outcomeDecided: 'outcomes',
  outcomeReturned: 'outcomes',
  evidenceConfirmed: 'outcomes',
  evidenceRefused: 'outcomes',
  employerConfirmed: 'outcomes',
  employerDeclined: 'outcomes',
  schoolConfirmed: 'outcomes',
  schoolDeclined: 'outcomes',
  // What is paid.
  statementProposed: 'money',
  disputeAnswered: 'money',
  disputeSettled: 'money',
  paymentMade: 'money',
  claimDecided: 'money',
  bankAccountDecided: 'money',
  // The organisation's own affairs.
  presentationApproved: 'organisation',
  presentationReturned: 'organisation',
} as const satisfies Readonly<Record<string, NotificationGroup>>;

export type NotificationEvent = keyof typeof EVENT_GROUPS;

/** Whether `value` is an event that somebody can be told of. */
export function isNotificationEvent(value: string): value is NotificationEvent {
  return Object.hasOwn(EVENT_GROUPS, value);
}

/** The events in the order in which they are written above. */
export const NOTIFICATION_EVENTS: readonly NotificationEvent[] =
  Object.keys(EVENT_GROUPS).filter(isNotificationEvent);

/**
 * Who is told, of the placement (or provider) that it is about. Whoever may not see that placement is left out – another
 * office, another provider, and with protected identity everybody who is not named – and so is who did it.
 * `coach`: the placement's coach; the intake of its office where there is none yet.
 * `submitter`: who handed it in, and the coach.
 * `providerRoles`: those of the provider whose offices it belongs to. `desk`: the authority's desk where it waits.
 */
export type Audience =
  | { readonly kind: 'persons'; readonly personIds: readonly (string | null)[] }
  | { readonly kind: 'coach' }
  | { readonly kind: 'participant' }
  | { readonly kind: 'submitterAndCoach'; readonly submitterId: string | null }
  | { readonly kind: 'providerRoles'; readonly roles: readonly ProviderRole[] }
  | { readonly kind: 'desk'; readonly desk: Desk }
  | { readonly kind: 'authorityRole'; readonly role: 'payer' | 'agreementAdmin' | 'caseworker' | 'reviewer' };

/** What it is about, and where that audience reads it. */
export type NotificationAbout = {
  /** Null only where it is about no placement; then `providerId` says whose affair it is, null for the authority's own. */
  readonly placementId: string | null;
  readonly providerId?: string | null;
  /** What happened to what: `{ type: 'document', id }`. */
  readonly subject: { readonly type: string; readonly id: string };
  /** Path of the page in the portal. What is not read yet is not told again: of a queue or a month once, of a document each. */
  readonly path: string;
  /** Of many participants at once, so that none is named. A desk's always is. */
  readonly gathered?: boolean;
  /** Kind of document, for the words. */
  readonly document?: DocumentKind | undefined;
};

export type Telling = {
  readonly event: NotificationEvent;
  readonly to: Audience;
  readonly about: NotificationAbout;
  readonly now: Date;
  /** A mail that says more, such as a last day, is sent beside it: then it is told in the portal alone. */
  readonly hasOwnMail?: boolean;
};

/** Days that a notification is kept, read or not. */
export const KEPT_DAYS = 180;

/** One notification as its person reads it. */
export type OwnNotification = {
  readonly id: string;
  readonly event: NotificationEvent;
  readonly document: DocumentKind | null;
  /** Whom it is about; null where it is about nobody, or about who reads it. */
  readonly name: string | null;
  readonly participantId: string | null;
  /** Instant, ISO 8601. */
  readonly happenedAt: string;
  readonly isRead: boolean;
};

export type OwnNotifications = {
  readonly notifications: readonly OwnNotification[];
  readonly unread: number;
  readonly all: number;
  readonly page: number;
  readonly pageSize: number;
  /** When the list was read, ISO 8601: what came later is not marked with it. */
  readonly readAt: string;
};
