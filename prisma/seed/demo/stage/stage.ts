import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { Actor, PersonActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute } from '#lib/server/command/execute.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { SeedPerson } from '#prisma/seed/people/seed-person.ts';
import type { WrittenPerson } from '#prisma/seed/people/write-people.ts';

/**
 * Where the story is played: the portal's own commands and queries, given by its own people, as the app's least role and
 * on the days that the story tells. What a page shows afterwards has come about as it would have in use.
 */
export type Stage = {
  /** The owner's connection, for what the authority or time itself brings. */
  readonly owner: Client;
  readonly app: Database;
  readonly actor: (subject: string, nth?: number) => Promise<PersonActor>;
  readonly participant: (participantId: string) => Promise<PersonActor>;
  readonly command: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    given: { readonly actor: Actor; readonly at: Date },
  ) => Promise<Output>;
  readonly query: <Input, Output>(
    query: Query<Input, Output>,
    input: Input,
    given: { readonly actor: Actor; readonly at: Date },
  ) => Promise<Output>;
  /** A fresh e-ID login of the actor, for one purpose and one content. */
  readonly stepUp: (actor: PersonActor, purpose: string, contentHash: string, at: Date) => Promise<void>;
  /** Nobody stays logged in when the story is over. */
  readonly close: () => Promise<void>;
};

const BEGIN = '2000-01-01T00:00:00Z';
const NEVER = '2199-01-01T00:00:00Z';

export function openStage(
  owner: Client,
  app: Database,
  people: ReadonlyMap<string, { readonly person: SeedPerson; readonly written: WrittenPerson }>,
  providerNames: ReadonlyMap<string, string>,
): Stage {
  /** When each was last used; a login of the demo is as old as what was done in it. */
  const sessions = new Map<string, Date>();
  const use = (actor: Actor, at: Date): void => {
    if (actor.kind === 'person' && at > (sessions.get(actor.sessionId) ?? new Date(BEGIN)))
      sessions.set(actor.sessionId, at);
  };
  const logIn = async (personId: string, membershipId: string): Promise<LoggedIn> => {
    const sessionId = newId();
    sessions.set(sessionId, new Date(BEGIN));
    await owner.query(
      `INSERT INTO session (id, token_hash, person_id, membership_id, created_at, last_seen_at, absolute_ends_at, auth_time)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $5)`,
      [sessionId, randomBytes(32), personId, membershipId, BEGIN, NEVER],
    );
    return {
      kind: 'person',
      personId,
      sessionId,
      membershipId,
      locale: 'sv',
      assurance: 'eid',
      authenticatedAt: BEGIN,
    };
  };
  const actors = new Map<string, PersonActor>();
  return {
    owner,
    app,
    actor: async (subject, nth = 0) => {
      const known = actors.get(`${subject} ${nth}`);
      if (known !== undefined) return known;
      const found = people.get(subject);
      const membership = found?.person.memberships[nth];
      const membershipId = found?.written.membershipIds[nth];
      if (found === undefined || membership === undefined || membershipId === undefined)
        throw new Error(`${subject} has no membership ${nth}`);
      const { givenName, familyName } = found.person;
      const session = { ...(await logIn(found.written.personId, membershipId)), givenName, familyName };
      const actor: PersonActor =
        membership.organisation === 'authority'
          ? { ...session, ...membership, providerId: null, officeScope: 'all' }
          : {
              ...session,
              organisation: 'provider',
              role: membership.role,
              providerId: membership.providerId,
              providerName: providerNames.get(membership.providerId) ?? '',
              officeScope: membership.offices,
            };
      actors.set(`${subject} ${nth}`, actor);
      return actor;
    },
    participant: async (participantId) => {
      const { rows } = await owner.query<{
        personId: string;
        membershipId: string;
        givenName: string;
        familyName: string;
      }>(
        `SELECT p.id AS "personId", m.id AS "membershipId", p.given_name AS "givenName", p.family_name AS "familyName"
         FROM participant a JOIN person p ON p.id = a.person_id JOIN membership m ON m.person_id = p.id AND m.organisation = 'self' WHERE a.id = $1`,
        [participantId],
      );
      if (rows[0] === undefined) throw new Error(`No participant ${participantId}`);
      const { personId, membershipId, givenName, familyName } = rows[0];
      const session = { ...(await logIn(personId, membershipId)), givenName, familyName };
      return {
        ...session,
        role: 'participant',
        organisation: 'self',
        providerId: null,
        participantId,
        officeScope: [],
      };
    },
    command: async (command, input, { actor, at }) => {
      use(actor, at);
      const executed = await execute(command, input, {
        database: app,
        actor,
        now: at,
        idempotencyKey: newId(),
      });
      if (executed.ok) return executed.value;
      throw new Error(`${command.name} was refused: ${JSON.stringify(executed.error)}`);
    },
    query: async (query, input, { actor, at }) => {
      use(actor, at);
      const asked = await ask(query, input, { database: app, actor, now: at });
      if (asked.ok) return asked.value;
      throw new Error(`${query.name} was refused: ${JSON.stringify(asked.error)}`);
    },
    stepUp: async (actor, purpose, contentHash, at) => {
      await owner.query(
        'INSERT INTO step_up (id, session_id, purpose, content_hash, authenticated_at) VALUES ($1, $2, $3, $4, $5)',
        [newId(), actor.sessionId, purpose, contentHash, at],
      );
    },
    close: async () => {
      await owner.query(
        `UPDATE session s SET created_at = u.at, ended_at = u.at, last_seen_at = u.at, absolute_ends_at = u.at
         FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, at) WHERE s.id = u.id`,
        [[...sessions.keys()], [...sessions.values()]],
      );
      // Who was only named did not log in.
      await owner.query('DELETE FROM session WHERE id = ANY ($1) AND created_at = $2', [
        [...sessions.keys()],
        BEGIN,
      ]);
    },
  };
}

type LoggedIn = Pick<
  PersonActor,
  'kind' | 'personId' | 'sessionId' | 'membershipId' | 'locale' | 'assurance' | 'authenticatedAt'
>;
