import type { AuthorityRole, ProviderRole } from '#lib/domain/actor/role.ts';

type PersonBase = {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  readonly membershipId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** BCP 47 tag of the person's own language in the portal. */
  readonly locale: string;
  /** How sure we are of who it is. People come in by e-ID only; a step-up is asked for where it is needed. */
  readonly assurance: 'eid';
  /** Instant of the e-ID login, ISO 8601 in UTC. */
  readonly authenticatedAt: string;
};

/** Somebody at a provider. Offices outside `officeScope` do not exist for them. */
export type ProviderActor = PersonBase & {
  readonly role: ProviderRole;
  readonly organisation: 'provider';
  readonly providerId: string;
  readonly providerName: string;
  readonly officeScope: 'all' | readonly string[];
};

/** Somebody at the authority: no provider of their own, no office scope. */
export type AuthorityActor = PersonBase & {
  readonly role: AuthorityRole;
  readonly organisation: 'authority';
  readonly providerId: null;
  readonly officeScope: 'all';
};

/** A participant: sees what is their own, whatever office it came from. */
export type ParticipantActor = PersonBase & {
  readonly role: 'participant';
  readonly organisation: 'self';
  readonly providerId: null;
  readonly participantId: string;
  readonly officeScope: readonly string[];
};

export type PersonActor = ProviderActor | AuthorityActor | ParticipantActor;

/** A provider's system, scoped to that one provider. */
export type ClientActor = {
  readonly kind: 'client';
  readonly apiClientId: string;
  readonly clientId: string;
  readonly name: string;
  readonly providerId: string;
  readonly scopes: readonly string[];
  /** The signatory whose standing signature attests what the system sends; null: it waits to be attested. */
  readonly attestorMembershipId: string | null;
};

/** An employer that has opened its one-time link: there is nothing but the one question that it leads to. */
export type EmployerActor = { readonly kind: 'employer'; readonly confirmationId: string };

/**
 * Somebody who has typed a code on paper: there is nothing but the choice of the one decision that it opens, for the participant
 * whom it was handed out to.
 */
export type PaperCodeActor = {
  readonly kind: 'paperCode';
  readonly sessionId: string;
  readonly participantId: string;
  readonly decisionId: string;
  /** The choice that was made with the code; null until then. */
  readonly choiceId: string | null;
};

/** The portal's own worker, by the name of its job. */
export type JobActor = { readonly kind: 'job'; readonly name: string };

/** The authority's own load of decisions, contracts and history through the import command. */
export type AuthorityLoadActor = { readonly kind: 'authority-load' };

/** Who acts (trust model section 1). Every use case takes one and decides before it reads. */
export type Actor =
  | PersonActor
  | ClientActor
  | EmployerActor
  | PaperCodeActor
  | JobActor
  | AuthorityLoadActor;
