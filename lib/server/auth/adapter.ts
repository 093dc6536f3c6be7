import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { AuthContext } from '#lib/server/auth/context.ts';
import { type LoginAttempt, noting } from '#lib/server/auth/login-attempt.ts';
import { endSession, openSession } from '#lib/server/auth/session-life.ts';

/**
 * next-auth's view of our accounts and sessions, for one login. It can look a person up and open a session, no more:
 * persons are made and accounts linked elsewhere, so that a login can do neither, least of all onto somebody else.
 */
export function loginAdapter(context: AuthContext, attempt: LoginAttempt): Adapter {
  return {
    getUserByAccount: ({ providerAccountId }) =>
      noting(attempt, async () => {
        const person = await findPersonByAccount(context, providerAccountId);
        // Asked twice: before the sign-in callback has found out who it is, and after.
        if (attempt.personId === null || person?.id === attempt.personId) return person;
        throw new Error('The account belongs to another person than the one who logged in');
      }),

    // A login never builds on a session that the browser had.
    getSessionAndUser: () => null,
    getUser: () => null,
    getUserByEmail: () => null,

    createUser: () => {
      throw new Error('A login never makes a person');
    },
    updateUser: () => {
      throw new Error('A login never changes a person');
    },
    linkAccount: () => {
      throw new Error('A login never links an account; auth.find_person does, and refuses a second subject');
    },

    createSession: ({ sessionToken, userId }) =>
      noting(attempt, async () => {
        const { personId, authenticatedAt, sid } = attempt;
        if (personId === null || personId !== userId || authenticatedAt === null) {
          throw new Error('A session is opened only for the person whom the sign-in callback found');
        }
        attempt.opened = await openSession(context, { token: sessionToken, personId, authenticatedAt, sid });
        return { sessionToken, userId, expires: attempt.opened.absoluteEndsAt };
      }),
    updateSession: () => null,
    deleteSession: async (sessionToken) => {
      await endSession(context, sessionToken, 'logout');
    },
  };
}

async function findPersonByAccount(context: AuthContext, subject: string): Promise<AdapterUser | null> {
  const rows = await context.database.$queryRaw<
    { person_id: string; given_name: string; family_name: string }[]
  >`
    SELECT * FROM auth.person_by_account(${context.settings.issuer}, ${subject})`;
  const row = rows[0];
  if (row === undefined) return null;
  // next-auth wants an address; we have none to give, and it is used for nothing.
  return { id: row.person_id, name: `${row.given_name} ${row.family_name}`, email: '', emailVerified: null };
}
