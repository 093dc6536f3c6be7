import type { Role } from '#lib/domain/actor/role.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** Everything that is done with a protected identity and written down for those who are named (trust model section 3). */
export const PROTECTED_KINDS = [
  'protected',
  'takenOn',
  'named',
  'unnamed',
  'opened',
  'liftAsked',
  'liftStopped',
  'lifted',
] as const;
export type ProtectedKind = (typeof PROTECTED_KINDS)[number];

export const PROTECTED_REASONS = [
  'decision',
  'threat',
  'ended',
  'contact',
  'identityCheck',
  'authority',
  'work',
  'other',
] as const;
export type ProtectedReason = (typeof PROTECTED_REASONS)[number];

/** Why somebody is protected; why one looks; why protection ends. */
export const PROTECT_REASONS = ['decision', 'threat', 'other'] as const;
export const OPEN_REASONS = ['contact', 'identityCheck', 'authority', 'work', 'other'] as const;
export const LIFT_REASONS = ['ended', 'other'] as const;

/** Longest own words of a reason, in characters. */
export const LONGEST_WHY = 300;

/** Roles that can be named, and may open: those who work with the participant, and those who decide about the case. */
export const OPENING_ROLES = ['coach', 'intake', 'reviewer', 'caseworker'] as const satisfies readonly Role[];

/** What is missing in a reason: `other` needs own words. Empty where nothing is. */
export function whyProblems(reason: ProtectedReason, why: string): readonly FieldProblem[] {
  if (reason !== 'other' || why.trim().length > 0) return [];
  return [
    {
      pointer: '/why',
      code: 'noteMissing',
      message: 'Skriv varför.',
      fix: 'De som är utsedda för personen kan läsa det. Skriv inga uppgifter om personen.',
    },
  ];
}

/** How the question of lifting stands: asked for by somebody, or not. */
export type LiftState = { readonly byPersonId: string } | null;

type LiftEvent = { readonly kind: ProtectedKind; readonly byPersonId: string };

/** The request to lift that waits, by what has been done, the latest first; protecting anew and stopping end it. */
export function waitingLift(events: readonly LiftEvent[]): LiftState {
  const latest = events.find(({ kind }) =>
    ['protected', 'liftAsked', 'liftStopped', 'lifted'].includes(kind),
  );
  return latest?.kind === 'liftAsked' ? { byPersonId: latest.byPersonId } : null;
}

export type NamedPerson = {
  readonly personId: string;
  readonly name: string;
  readonly organisation: string;
  readonly responsible: boolean;
};

export type ProtectedEvent = {
  readonly id: string;
  readonly kind: ProtectedKind;
  readonly reason: ProtectedReason;
  readonly why: string;
  readonly by: string;
  readonly byPersonId: string;
  /** Whom it was about, where somebody was named or is no longer. */
  readonly whom: string | null;
  /** Instant, ISO 8601. */
  readonly at: string;
};

/** A participant with protected identity, to those who are named: by the alias alone. */
export type ProtectedView = {
  readonly participantId: string;
  readonly alias: string;
  readonly named: readonly NamedPerson[];
  readonly events: readonly ProtectedEvent[];
  readonly lift: LiftState;
  /** Who can be named besides; empty for whoever does not name others. */
  readonly candidates: readonly {
    readonly personId: string;
    readonly name: string;
    readonly organisation: string;
  }[];
  readonly mayManage: boolean;
  readonly today: PlainDate;
};

/** An identity, for one look. */
export type OpenedIdentity = {
  readonly identityNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly municipality: string | null;
};
