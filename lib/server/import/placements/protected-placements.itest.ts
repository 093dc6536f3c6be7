import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { identitySeal } from '#lib/server/crypto/protected-identity.ts';
import { importPlacements } from '#lib/server/import/placements/import-placements.ts';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import {
  type Cells,
  createImportFixture,
  type ImportFixture,
  PORTAL_SECRET,
  providerCells,
} from '#lib/server/import/testing/import-fixture.ts';
import { faultsIn, type OwnRows, ownRows } from '#lib/server/import/testing/own-rows.ts';

let portal: ImportFixture;
beforeAll(async () => {
  portal = await createImportFixture();
  await portal.load(importProviders, [providerCells()]);
});
afterAll(() => portal.drop());

let own: OwnRows;
beforeEach(() => {
  own = ownRows();
});

const load = (...rows: readonly Cells[]): ReturnType<ImportFixture['load']> =>
  portal.load(importPlacements, rows);

type Stored = {
  readonly person_id: string;
  readonly given_name: string;
  readonly identity_number: string | null;
  readonly place: string | null;
};

async function storedPerson(): Promise<Stored> {
  const [stored] = await portal.query<Stored>(
    `SELECT p.id AS person_id, p.given_name, i.identity_number, concat_ws(' ', a.municipality_id, a.home_lat, a.home_lon) AS place
     FROM person p JOIN person_identity i ON i.person_id = p.id JOIN participant a ON a.person_id = p.id WHERE i.identity_hash = $1`,
    [identityHash(own.number, PORTAL_SECRET)],
  );
  if (stored === undefined) throw new Error('Nobody is stored');
  return stored;
}

describe('a participant with protected identity', () => {
  const hidden = { given_name: 'Deltagare', identity_number: null, place: '' };

  it('stands under an alias; name, number and place are sealed', async () => {
    await load(own.first({ protected: '1' }));
    const stored = await storedPerson();
    expect(stored).toMatchObject(hidden);
    const [sealed] = await portal.query<{ keyId: string; nonce: Buffer; ciphertext: Buffer }>(
      `SELECT key_id AS "keyId", nonce, ciphertext FROM protected_identity WHERE person_id = $1`,
      [stored.person_id],
    );
    const bytes = {
      keyId: sealed?.keyId ?? '',
      nonce: new Uint8Array(sealed?.nonce ?? []),
      ciphertext: new Uint8Array(sealed?.ciphertext ?? []),
    };
    expect(identitySeal(PORTAL_SECRET).open(stored.person_id, bytes)).toEqual({
      identityNumber: own.number,
      givenName: 'Elis',
      familyName: 'Mönsterman',
      municipality: 'Köping',
      home: { lat: 59.51404, lon: 15.99255 },
    });
    expect(
      await portal.query(
        `SELECT DISTINCT l.protected FROM placement l JOIN participant a ON a.id = l.participant_id WHERE a.person_id = $1`,
        [stored.person_id],
      ),
    ).toEqual([{ protected: true }]);
    expect(await load(own.first({ protected: '1' }))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('may become so later, and everything of them is hidden from then on', async () => {
    await load(own.first());
    expect(await storedPerson()).toMatchObject({ given_name: 'Elis', identity_number: own.number });
    expect(await load(own.first({ protected: '1' }))).toMatchObject({ changed: 1 });
    expect(await storedPerson()).toMatchObject(hidden);
  });

  it('is never made public by a file', async () => {
    await load(own.first({ protected: '1' }));
    const outcome = await load(own.first());
    expect(faultsIn(outcome.errorsFile)).toEqual(['2: protectedStays']);
    expect(await storedPerson()).toMatchObject(hidden);
  });

  it('leaves no trace of name or number in the log', async () => {
    await load(own.first({ protected: '1', given_name: 'Hemligaste' }));
    const [found] = await portal.query(
      `SELECT count(*)::int AS n FROM audit_entry WHERE detail::text LIKE '%Hemligaste%' OR detail::text LIKE $1`,
      [`%${own.number}%`],
    );
    const [kept] = await portal.query(
      `SELECT count(*)::int AS n FROM idempotency_key WHERE response::text LIKE $1`,
      [`%${own.number}%`],
    );
    expect([found, kept]).toEqual([{ n: 0 }, { n: 0 }]);
  });
});
