import { identitySeal } from '#lib/server/crypto/protected-identity.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import type { PersonChange } from '#lib/server/import/placements/person-change.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export type PersonToWrite = PersonChange & {
  readonly identityHash: string;
  /** Delivery area of the latest row: where a municipality that is new belongs. */
  readonly deliveryArea: string;
  /** From when a new participant can log in. */
  readonly since: PlainDate;
};

/** Writes persons, their identities, sealed ones apart, and participants with their own membership. One statement a table. */
export async function writePeople(
  tx: Tx,
  people: readonly PersonToWrite[],
  portalSecret: string,
): Promise<void> {
  const changed = people.filter((person) => !person.isNewPerson && person.changedFields.length > 0);
  await insertMunicipalities(tx, people);
  await insertPersons(
    tx,
    people.filter((person) => person.isNewPerson),
  );
  await updatePersons(tx, changed);
  await sealIdentities(tx, [...people.filter((person) => person.isNewPerson), ...changed], portalSecret);
  await insertParticipants(
    tx,
    people.filter((person) => person.isNewParticipant),
  );
  await updateParticipants(
    tx,
    changed.filter((person) => !person.isNewParticipant),
  );
}

async function insertMunicipalities(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  const rows = people.map(({ after, deliveryArea }) => ({
    id: after.municipality,
    delivery_area_id: deliveryArea,
  }));
  await tx.$executeRaw`INSERT INTO municipality (id, delivery_area_id)
    SELECT DISTINCT ON (id) id, delivery_area_id FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id text, delivery_area_id text)
    WHERE id IS NOT NULL ORDER BY id, delivery_area_id ON CONFLICT DO NOTHING`;
}

function personJson(people: readonly PersonToWrite[]): string {
  return JSON.stringify(
    people.map(({ personId, identityHash, after }) => ({
      id: personId,
      hash: identityHash,
      number: after.identityNumber,
      given_name: after.givenName,
      family_name: after.familyName,
      protected: after.protected,
    })),
  );
}

async function insertPersons(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  if (people.length === 0) return;
  const json = personJson(people);
  await tx.$executeRaw`INSERT INTO person (id, given_name, family_name, protected)
    SELECT * FROM json_to_recordset(${json}::json) AS x (id uuid, given_name text, family_name text, protected boolean)`;
  await tx.$executeRaw`INSERT INTO person_identity (person_id, identity_hash, identity_number)
    SELECT id, decode(hash, 'hex'), number FROM json_to_recordset(${json}::json) AS x (id uuid, hash text, number text)`;
}

async function updatePersons(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  if (people.length === 0) return;
  const json = personJson(people);
  await tx.$executeRaw`UPDATE person p SET given_name = x.given_name, family_name = x.family_name, protected = x.protected, version = p.version + 1
    FROM json_to_recordset(${json}::json) AS x (id uuid, given_name text, family_name text, protected boolean) WHERE p.id = x.id`;
  // A number that is sealed from now on stands in the open no longer.
  await tx.$executeRaw`UPDATE person_identity i SET identity_number = x.number
    FROM json_to_recordset(${json}::json) AS x (id uuid, number text) WHERE i.person_id = x.id AND i.identity_number IS DISTINCT FROM x.number`;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

async function sealIdentities(tx: Tx, people: readonly PersonToWrite[], portalSecret: string): Promise<void> {
  const seals = identitySeal(portalSecret);
  const rows = people.flatMap(({ personId, toSeal }) => {
    if (toSeal === null) return [];
    const { keyId, nonce, ciphertext } = seals.seal(personId, toSeal);
    return [{ id: personId, key_id: keyId, nonce: hex(nonce), ciphertext: hex(ciphertext) }];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`INSERT INTO protected_identity (person_id, key_id, nonce, ciphertext)
    SELECT id, key_id, decode(nonce, 'hex'), decode(ciphertext, 'hex')
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, key_id text, nonce text, ciphertext text)
    ON CONFLICT (person_id) DO UPDATE SET key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext`;
}

function participantJson(people: readonly PersonToWrite[]): string {
  return JSON.stringify(
    people.map(({ personId, participantId, after, since }) => ({
      id: participantId,
      person_id: personId,
      sex: after.sex,
      born_in_sweden: after.bornInSweden,
      disability_code: after.disabilityCode,
      municipality_id: after.municipality,
      home_lat: after.home?.lat ?? null,
      home_lon: after.home?.lon ?? null,
      language: after.language,
      needs_language_support: after.needsLanguageSupport,
      membership_id: newId(),
      since,
    })),
  );
}

async function insertParticipants(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  if (people.length === 0) return;
  const json = participantJson(people);
  await tx.$executeRaw`INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, municipality_id, home_lat, home_lon, language, needs_language_support)
    SELECT * FROM json_to_recordset(${json}::json) AS x (id uuid, person_id uuid, sex text, born_in_sweden boolean, disability_code boolean,
      municipality_id text, home_lat float8, home_lon float8, language text, needs_language_support boolean)`;
  await tx.$executeRaw`INSERT INTO membership (id, person_id, organisation, role, valid_from)
    SELECT membership_id, person_id, 'self', 'participant', since
    FROM json_to_recordset(${json}::json) AS x (membership_id uuid, person_id uuid, since date)`;
}

async function updateParticipants(tx: Tx, people: readonly PersonToWrite[]): Promise<void> {
  if (people.length === 0) return;
  await tx.$executeRaw`UPDATE participant p SET sex = x.sex, born_in_sweden = x.born_in_sweden, disability_code = x.disability_code,
      municipality_id = x.municipality_id, home_lat = x.home_lat, home_lon = x.home_lon, language = x.language,
      needs_language_support = x.needs_language_support, version = p.version + 1
    FROM json_to_recordset(${participantJson(people)}::json) AS x (id uuid, sex text, born_in_sweden boolean, disability_code boolean,
      municipality_id text, home_lat float8, home_lon float8, language text, needs_language_support boolean)
    WHERE p.id = x.id`;
}
