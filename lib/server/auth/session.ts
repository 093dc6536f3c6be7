import type { PersonActor } from '#lib/domain/actor/actor.ts';
import { isAuthorityRole, isProviderRole } from '#lib/domain/actor/role.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { hashToken, isOpaqueToken } from '#lib/server/auth/opaque-token.ts';

type Asking = Pick<AuthContext, 'database' | 'now'>;

type SessionRow = {
  session_id: string;
  person_id: string;
  given_name: string;
  family_name: string;
  locale: string;
  auth_time: string;
  membership_id: string | null;
  role: string | null;
  provider_id: string | null;
  provider_name: string | null;
  all_offices: boolean | null;
  office_ids: string[];
  participant_id: string | null;
  idle_ends_at: string;
  absolute_ends_at: string;
};

/** Instants in ISO 8601, UTC. */
export type Deadlines = { readonly idleEndsAt: string; readonly absoluteEndsAt: string };

export type Session = Deadlines & {
  readonly id: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  /** Null until an organisation and role are chosen, and when the chosen one has ended. */
  readonly actor: PersonActor | null;
};

/**
 * The session of a token, or null when none is valid now. One call to the database, which also starts the idle time
 * anew, unless `touch` is false (a page asking by itself how long is left).
 */
export async function findSession(
  context: Asking,
  token: string | undefined,
  touch = true,
): Promise<Session | null> {
  if (!isOpaqueToken(token)) return null;
  const rows = await context.database.$queryRaw<SessionRow[]>`
    SELECT * FROM auth.session_by_token(${hashToken(token)}, ${instant(context)}::timestamptz, ${touch})`;
  const row = rows[0];
  if (row === undefined) return null;
  return {
    id: row.session_id,
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    locale: row.locale,
    idleEndsAt: row.idle_ends_at,
    absoluteEndsAt: row.absolute_ends_at,
    actor: actorOf(row),
  };
}

function actorOf(row: SessionRow): PersonActor | null {
  if (row.membership_id === null || row.role === null) return null;
  const base = {
    kind: 'person',
    personId: row.person_id,
    sessionId: row.session_id,
    membershipId: row.membership_id,
    givenName: row.given_name,
    familyName: row.family_name,
    locale: row.locale,
    assurance: 'eid',
    authenticatedAt: row.auth_time,
  } as const;
  const { role, provider_id: providerId, provider_name: providerName, participant_id: participantId } = row;
  if (isProviderRole(role) && providerId !== null && providerName !== null) {
    const officeScope = row.all_offices === true ? 'all' : row.office_ids;
    return { ...base, role, organisation: 'provider', providerId, providerName, officeScope };
  }
  if (isAuthorityRole(role)) {
    return { ...base, role, organisation: 'authority', providerId: null, officeScope: 'all' };
  }
  if (role === 'participant' && participantId !== null) {
    return { ...base, role, organisation: 'self', providerId: null, participantId, officeScope: [] };
  }
  throw new Error(`Membership ${row.membership_id} has a role that the portal does not know`);
}
