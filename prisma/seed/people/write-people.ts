import type { Client } from 'pg';
import { identityHasher } from '#lib/server/crypto/identity-hash.ts';
import { newId } from '#lib/server/ids.ts';
import type { SeedPerson } from '#prisma/seed/people/seed-person.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** Somebody written, with the ids that the story goes on with: memberships in the order of the person's own. */
export type WrittenPerson = { readonly personId: string; readonly membershipIds: readonly string[] };

/** Writes staff with identities, memberships and scopes, one statement a table; returns them by subject. */
export async function writePeople(
  client: Client,
  people: readonly SeedPerson[],
  given: { readonly since: PlainDate; readonly portalSecret: string; readonly newId?: () => string },
): Promise<ReadonlyMap<string, WrittenPerson>> {
  const hash = identityHasher(given.portalSecret);
  const makeId = given.newId ?? newId;
  const written = people.map((person) => ({
    ...person,
    personId: makeId(),
    memberships: person.memberships.map((membership) => ({ ...membership, id: makeId() })),
  }));
  await client.query(
    `INSERT INTO person (id, given_name, family_name, email, locale, created_at)
     SELECT "personId", "givenName", "familyName", email, locale, $2::date
     FROM json_to_recordset($1) AS x ("personId" uuid, "givenName" text, "familyName" text, email text, locale text)`,
    [JSON.stringify(written), given.since],
  );
  const identities = written.map(({ personId, identityNumber }) => ({
    id: personId,
    hash: hash(identityNumber).toString('hex'),
    number: identityNumber,
  }));
  await client.query(
    `INSERT INTO person_identity (person_id, identity_hash, identity_number)
     SELECT id, decode(hash, 'hex'), number FROM json_to_recordset($1) AS x (id uuid, hash text, number text)`,
    [JSON.stringify(identities)],
  );
  await writeMemberships(client, written, given.since);
  return new Map(
    written.map(({ subject, personId, memberships }) => [
      subject,
      { personId, membershipIds: memberships.map(({ id }) => id) },
    ]),
  );
}

type Written = Omit<SeedPerson, 'memberships'> & {
  readonly personId: string;
  readonly memberships: readonly (SeedPerson['memberships'][number] & { readonly id: string })[];
};

async function writeMemberships(client: Client, people: readonly Written[], since: PlainDate): Promise<void> {
  const memberships = people.flatMap(({ personId, memberships: held }) =>
    held.map((membership) => ({
      id: membership.id,
      person_id: personId,
      organisation: membership.organisation,
      provider_id: membership.organisation === 'provider' ? membership.providerId : null,
      role: membership.role,
      case_mandate: membership.organisation === 'authority' ? (membership.caseMandate ?? null) : null,
      all_offices: membership.organisation === 'authority' || membership.offices === 'all',
      offices:
        membership.organisation === 'provider' && membership.offices !== 'all' ? membership.offices : [],
      since,
    })),
  );
  await client.query(
    `INSERT INTO membership (id, person_id, organisation, provider_id, role, case_mandate, all_offices, valid_from)
     SELECT id, person_id, organisation, provider_id, role, case_mandate, all_offices, since
     FROM json_to_recordset($1) AS x (id uuid, person_id uuid, organisation text, provider_id uuid, role text, case_mandate text, all_offices boolean, since date)`,
    [JSON.stringify(memberships)],
  );
  await client.query(
    `INSERT INTO membership_office (membership_id, office_id)
     SELECT x.id, office::uuid FROM json_to_recordset($1) AS x (id uuid, offices json), json_array_elements_text(x.offices) AS office`,
    [JSON.stringify(memberships)],
  );
}
