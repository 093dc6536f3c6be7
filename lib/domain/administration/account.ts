import type { ProviderRole } from '#lib/domain/actor/role.ts';
import type { KnownOffice } from '#lib/domain/administration/invite-rows.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** How a role stands on a day. */
export type RoleStanding = 'current' | 'coming' | 'ended';

/** How a role that is held from `from` (inclusive) to `to` (exclusive, null: without end) stands on a day. */
export function standingOf(from: PlainDate, to: PlainDate | null, today: PlainDate): RoleStanding {
  if (to !== null && (to <= today || to <= from)) return 'ended';
  return from > today ? 'coming' : 'current';
}

/** One role of somebody at the provider. */
export type AccountRole = {
  readonly membershipId: string;
  readonly version: number;
  readonly role: ProviderRole;
  readonly allOffices: boolean;
  readonly offices: readonly KnownOffice[];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly standing: RoleStanding;
  /** Who ended it, where somebody did. */
  readonly endedBy: string | null;
  /** Whether ending it can be taken back: the day it was done. */
  readonly mayRestore: boolean;
  /** Whether it lies in the offices that the reader reaches. */
  readonly isReached: boolean;
};

/** Somebody with a role at the provider, now, before or later. */
export type Account = {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly lastLoginAt: Date | null;
  readonly roles: readonly AccountRole[];
};

export const ACCOUNT_VIEWS = ['current', 'invited', 'ended'] as const;
export type AccountView = (typeof ACCOUNT_VIEWS)[number];

export type InvitationView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly ProviderRole[];
  readonly allOffices: boolean;
  readonly offices: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
  readonly invitedBy: string;
  /** Whether who reads may take it back, or send it again: one to attest or administer is sent again by who invited. */
  readonly mayRevoke: boolean;
  readonly mayResend: boolean;
  readonly version: number;
};

export type AccountList = {
  readonly accounts: readonly Account[];
  readonly invitations: readonly InvitationView[];
  readonly counts: Readonly<Record<AccountView, number>>;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly offices: readonly KnownOffice[];
};

/** An administrator's open request to attest. */
export type SignatoryRequestView = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly providerName: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly version: number;
};

/** What follows for participants and others when somebody loses roles. */
export type EndConsequences = {
  /** Placements now whose coach is somebody who will no longer be one. */
  readonly participants: number;
  /** Systems whose standing signature ends. */
  readonly standingSignatures: number;
};
