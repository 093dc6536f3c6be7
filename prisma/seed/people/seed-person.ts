import type { CaseMandate } from '#lib/domain/document/document.ts';
import type { AuthorityRole, ProviderRole } from '#lib/domain/actor/role.ts';

/** A membership that a made-up person holds. Offices are ids; `all` where the scope is the whole provider. */
export type SeedMembership =
  | {
      readonly organisation: 'provider';
      readonly providerId: string;
      readonly role: ProviderRole;
      readonly offices: 'all' | readonly string[];
    }
  | {
      readonly organisation: 'authority';
      readonly role: AuthorityRole;
      /** A caseworker's; who has none assesses. */
      readonly caseMandate?: CaseMandate;
    };

/** A made-up person at a provider or the authority. Made up: name, number, address. */
export type SeedPerson = {
  /** What the identity provider calls the person; never changes. */
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly identityNumber: string;
  readonly email: string;
  readonly locale: 'sv' | 'en';
  /** Whose the person is, as the login page says it. */
  readonly organisation: string;
  /** What there is to see for this person, in one Swedish sentence. */
  readonly description: string;
  readonly memberships: readonly SeedMembership[];
};

/** What the login page of the demo shows of somebody. */
export type DemoPerson = {
  readonly subject: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly description: string;
  readonly identityNumber: string;
  readonly locale: string;
};

export function demoPersonOf(person: SeedPerson): DemoPerson {
  const { subject, givenName, familyName, organisation, description, identityNumber, locale } = person;
  const roles = [...new Set(person.memberships.map((membership) => membership.role))];
  return {
    subject,
    name: `${givenName} ${familyName}`,
    role: roles.join(', '),
    organisation,
    description,
    identityNumber,
    locale,
  };
}
