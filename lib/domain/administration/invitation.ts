import type { OfficeScope } from '#lib/domain/administration/office-scope.ts';
import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How many days a link lasts; sending it again makes a new one. */
export const INVITATION_DAYS = 14;
/** As many as are invited at once. */
export const MOST_INVITED = 200;

/** How the page behind a link finds it: `missing` is no link of ours, or one that was replaced by a newer. */
export const LINK_STATES = ['open', 'used', 'revoked', 'expired', 'missing'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** Why an invitation was not bound to whoever identified themselves. */
export const ACCEPT_PROBLEMS = [
  'used',
  'revoked',
  'expired',
  'missing',
  'own',
  'otherName',
  'refused',
  'unknown',
] as const;
export type AcceptProblem = (typeof ACCEPT_PROBLEMS)[number];

/** What an invitation gives. */
export type Invited = {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ProviderRole[];
  readonly scope: OfficeScope;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** What the page behind a link shows before anybody has identified themselves. */
export type LinkedInvitation = {
  readonly state: LinkState;
  readonly name: string;
  readonly providerName: string;
  readonly roles: readonly ProviderRole[];
  readonly byAuthority: boolean;
  readonly invitedBy: string;
  readonly expiresAt: Date;
};

function partsOf(name: string): ReadonlySet<string> {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.split(/[^\p{L}]+/u).filter((part) => part.length > 1));
}

/**
 * Whether an e-ID can be that of the person invited: some part of the name (of at least two letters) is the same, without
 * regard to capitals and accents. People have married, shortened and reordered names; a forwarded link has none in common.
 */
export function canBeSamePerson(invited: string, identified: string): boolean {
  const parts = partsOf(identified);
  return [...partsOf(invited)].some((part) => parts.has(part));
}
