import type { Role } from '#lib/domain/actor/role.ts';
import { type AuthContext, instant } from '#lib/server/auth/context.ts';
import { hashToken, isOpaqueToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import type { Deadlines } from '#lib/server/auth/session.ts';

type Asking = Pick<AuthContext, 'database' | 'now'>;

/** Starts the idle time anew; null when the session is not valid any more. */
export async function keepSession(context: Asking, token: string | undefined): Promise<Deadlines | null> {
  if (!isOpaqueToken(token)) return null;
  const rows = await context.database.$queryRaw<{ idle_ends_at: string; absolute_ends_at: string }[]>`
    SELECT * FROM auth.keep_session(${hashToken(token)}, ${instant(context)}::timestamptz)`;
  const row = rows[0];
  return row === undefined ? null : { idleEndsAt: row.idle_ends_at, absoluteEndsAt: row.absolute_ends_at };
}

/** Gives the session another token, and the old one none; null when the session is not valid any more. */
export async function renewSession(
  context: Asking,
  token: string,
): Promise<{ readonly token: string; readonly absoluteEndsAt: Date } | null> {
  const renewed = newOpaqueToken();
  const rows = await context.database.$queryRaw<{ absolute_ends_at: string | null }[]>`
    SELECT auth.renew_session(${hashToken(token)}, ${hashToken(renewed)}, ${instant(context)}::timestamptz) AS absolute_ends_at`;
  const ends = rows[0]?.absolute_ends_at ?? null;
  return ends === null ? null : { token: renewed, absoluteEndsAt: new Date(ends) };
}

/** Ends the session of a token, from the next request on. Whether there was one that had not ended. */
export async function endSession(
  context: Asking,
  token: string | undefined,
  reason: 'logout' | 'newLogin',
): Promise<boolean> {
  if (!isOpaqueToken(token)) return false;
  const rows = await context.database.$queryRaw<{ ended: boolean }[]>`
    SELECT auth.end_session(${hashToken(token)}, ${reason}, ${instant(context)}::timestamptz) AS ended`;
  return rows[0]?.ended === true;
}

export type Opened = { readonly absoluteEndsAt: Date; readonly role: Role | null };

/** Opens a session; a person with one membership works in it at once. */
export async function openSession(
  context: Asking,
  opening: {
    readonly token: string;
    readonly personId: string;
    readonly authenticatedAt: Date;
    readonly sid: string | null;
  },
): Promise<Opened> {
  const rows = await context.database.$queryRaw<{ role: Role | null; absolute_ends_at: string }[]>`
    SELECT * FROM auth.open_session(${hashToken(opening.token)}, ${opening.personId}::uuid,
      ${opening.authenticatedAt.toISOString()}::timestamptz, ${opening.sid}, ${instant(context)}::timestamptz)`;
  const row = rows[0];
  if (row === undefined) throw new Error('The database opened no session');
  return { absoluteEndsAt: new Date(row.absolute_ends_at), role: row.role };
}
