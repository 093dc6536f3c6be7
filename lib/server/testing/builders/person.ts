import { randomBytes } from 'node:crypto';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { uniqueDigits } from '#lib/server/testing/builders/sequence.ts';

export type BuiltPerson = { readonly id: string; readonly givenName: string; readonly familyName: string };

type Given = {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly protected?: boolean;
  readonly email?: string;
};

/** A person with an identity that nobody logs in with. */
export async function buildPerson(owner: Database, given: Given = {}): Promise<BuiltPerson> {
  const id = newId();
  const number = uniqueDigits(6);
  const givenName = given.givenName ?? 'Prov';
  const familyName = given.familyName ?? `Person ${number}`;
  const isProtected = given.protected ?? false;
  await owner.person.create({
    data: {
      id,
      givenName,
      familyName,
      protected: isProtected,
      email: given.email ?? null,
      identity: {
        create: {
          identityHash: new Uint8Array(randomBytes(32)),
          identityNumber: isProtected ? null : `190001${number}`,
        },
      },
    },
  });
  return { id, givenName, familyName };
}
