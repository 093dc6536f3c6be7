import { identitySeal, type ProtectedIdentity } from '#lib/server/crypto/protected-identity.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** A person that the portal knows, with what a file may say of them. */
export type HeldPerson = {
  readonly personId: string;
  readonly participantId: string | null;
  readonly protected: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: string | null;
  readonly bornInSweden: boolean | null;
  readonly disabilityCode: boolean | null;
  readonly municipality: string | null;
  readonly home: { readonly lat: number; readonly lon: number } | null;
  readonly language: string | null;
  readonly needsLanguageSupport: boolean | null;
  /** What is sealed of a protected person, opened. */
  readonly sealed: ProtectedIdentity | null;
};

type Row = Omit<HeldPerson, 'home' | 'sealed'> & {
  readonly hash: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly keyId: string | null;
  readonly nonce: Uint8Array<ArrayBuffer> | null;
  readonly ciphertext: Uint8Array<ArrayBuffer> | null;
};

/** The people with these identity hashes (hex), by hash; locked until the transaction ends, so that nobody else loads them meanwhile. */
export async function heldPeople(
  tx: Tx,
  hashes: readonly string[],
  portalSecret: string,
): Promise<ReadonlyMap<string, HeldPerson>> {
  const seal = identitySeal(portalSecret);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT encode(i.identity_hash, 'hex') AS hash, p.id::text AS "personId", a.id::text AS "participantId", p.protected,
      p.given_name AS "givenName", p.family_name AS "familyName", a.sex, a.born_in_sweden AS "bornInSweden",
      a.disability_code AS "disabilityCode", a.municipality_id AS municipality, a.home_lat AS lat, a.home_lon AS lon, a.language,
      a.needs_language_support AS "needsLanguageSupport", s.key_id AS "keyId", s.nonce, s.ciphertext
    FROM unnest(${hashes}::text[]) AS asked (hash)
    JOIN person_identity i ON i.identity_hash = decode(asked.hash, 'hex')
    JOIN person p ON p.id = i.person_id
    LEFT JOIN participant a ON a.person_id = p.id
    LEFT JOIN protected_identity s ON s.person_id = p.id
    ORDER BY p.id FOR UPDATE OF p`;
  return new Map(
    rows.map(({ hash, lat, lon, keyId, nonce, ciphertext, ...row }) => {
      const isSealed = keyId !== null && nonce !== null && ciphertext !== null;
      const sealed = isSealed ? seal.open(row.personId, { keyId, nonce, ciphertext }) : null;
      return [hash, { ...row, home: lat === null || lon === null ? null : { lat, lon }, sealed }];
    }),
  );
}
