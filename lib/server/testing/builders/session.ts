import { randomBytes } from 'node:crypto';
import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import type { BuiltPerson } from '#lib/server/testing/builders/person.ts';

type LoggedIn = Pick<
  PersonActor,
  | 'kind'
  | 'personId'
  | 'sessionId'
  | 'membershipId'
  | 'givenName'
  | 'familyName'
  | 'locale'
  | 'assurance'
  | 'authenticatedAt'
> & { readonly kind: 'person' };

const FAR_AHEAD = new Date('2199-01-01T00:00:00Z');

/** A session that does not end, so that tests may choose their own now. */
export async function buildSession(
  owner: Database,
  person: BuiltPerson,
  membershipId: string,
): Promise<LoggedIn> {
  const id = newId();
  const authTime = new Date('2020-01-01T00:00:00Z');
  await owner.session.create({
    data: {
      id,
      tokenHash: new Uint8Array(randomBytes(32)),
      personId: person.id,
      membershipId,
      createdAt: authTime,
      lastSeenAt: FAR_AHEAD,
      absoluteEndsAt: FAR_AHEAD,
      authTime,
    },
  });
  return {
    kind: 'person',
    personId: person.id,
    sessionId: id,
    membershipId,
    givenName: person.givenName,
    familyName: person.familyName,
    locale: 'sv',
    assurance: 'eid',
    authenticatedAt: authTime.toISOString(),
  };
}

/** A fresh e-ID login of the session's person, for one purpose and one content. */
export async function buildStepUp(
  owner: Database,
  given: {
    readonly sessionId: string;
    readonly purpose: string;
    readonly contentHash: string;
    readonly at: Date;
  },
): Promise<void> {
  const { sessionId, purpose, contentHash, at } = given;
  await owner.stepUp.create({ data: { id: newId(), sessionId, purpose, contentHash, authenticatedAt: at } });
}
