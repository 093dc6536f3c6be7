import { randomInt, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Organisation, Role } from '#lib/domain/actor/role.ts';
import type { AuthContext, AuthSettings } from '#lib/server/auth/context.ts';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { createTestDatabase } from '#lib/server/testing/test-database.ts';

export const testSettings: AuthSettings = {
  portalUrl: 'http://localhost:3999',
  issuer: 'http://localhost:1',
  clientId: 'portal',
  clientSecret: 'a client secret that only tests know',
  acrValues: [],
  portalSecret: 'a secret that only tests know, 32+ characters',
};

export type TestPerson = { readonly id: string; readonly identityNumber: string };

export type AuthFixture = {
  /** The app's least role, and a clock that stands still until it is moved. */
  readonly context: AuthContext;
  readonly providerId: string;
  readonly clock: { at: Date };
  pass(minutes: number): void;
  person(givenName: string): Promise<TestPerson>;
  membership(person: TestPerson, role: Role, more?: { from?: string; to?: string }): Promise<string>;
  /** Two offices of the provider. */
  offices(): Promise<{ inside: string; outside: string }>;
  participant(person: TestPerson): Promise<string>;
  /** SQL as the owner, for looking and for what the authority would have changed. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** A database of its own with one provider and nobody in it, seen as the app sees it. */
export async function createAuthFixture(settings: Partial<AuthSettings> = {}): Promise<AuthFixture> {
  const made = await createTestDatabase();
  const owner = new Client({ connectionString: made.ownerUrl });
  await owner.connect();
  const app: Database = openDatabase(made.appUrl, 4);
  const clock = { at: new Date('2026-05-12T09:00:00Z') };
  const context = { database: app, settings: { ...testSettings, ...settings }, now: () => clock.at };
  const providerId = randomUUID();
  await owner.query('INSERT INTO provider (id, org_no, name) VALUES ($1, $2, $3)', [
    providerId,
    '5560000000',
    'Tallmo Arbetsliv AB',
  ]);

  return {
    context,
    providerId,
    clock,
    pass(minutes) {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000);
    },
    async person(givenName) {
      const id = randomUUID();
      const identityNumber = `1980${String(randomInt(100_000_000)).padStart(8, '0')}`;
      const hash = identityHash(identityNumber, context.settings.portalSecret);
      await owner.query('INSERT INTO person (id, given_name, family_name) VALUES ($1, $2, $3)', [
        id,
        givenName,
        'Ek',
      ]);
      await owner.query('INSERT INTO person_identity (person_id, identity_hash) VALUES ($1, $2)', [id, hash]);
      return { id, identityNumber };
    },
    async membership(person, role, { from = '2026-01-01', to } = {}) {
      const id = randomUUID();
      const organisation = organisationOf(role);
      await owner.query(
        `INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, true, $6, $7)`,
        [
          id,
          person.id,
          organisation,
          organisation === 'provider' ? providerId : null,
          role,
          from,
          to ?? null,
        ],
      );
      return id;
    },
    async offices() {
      const [area, contract, inside, outside] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      await owner.query('INSERT INTO delivery_area (id) VALUES ($1)', [area]);
      await owner.query(
        `INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", open_for_choice, capacity)
         VALUES ($1, $2, $3, $4, '2026-01-01', true, 10)`,
        [contract, String(randomInt(10_000_000, 99_999_999)), providerId, area],
      );
      await owner.query(
        `INSERT INTO office (id, provider_id, contract_id, name, street, place, lat, lon)
         SELECT id, $2, $3, 'Kontor', 'Gatan 1', 'Tallmo', 60, 15 FROM unnest($1::uuid[]) AS id`,
        [[inside, outside], providerId, contract],
      );
      return { inside, outside };
    },
    async participant(person) {
      const id = randomUUID();
      await owner.query(
        `INSERT INTO participant (id, person_id, sex, born_in_sweden, disability_code, language, needs_language_support)
         VALUES ($1, $2, 'F', true, false, 'sv', false)`,
        [id, person.id],
      );
      return id;
    },
    async sql<Row extends object>(text: string, values: readonly unknown[] = []) {
      return (await owner.query<Row>(text, [...values])).rows;
    },
    async drop() {
      await app.$disconnect();
      await owner.end();
      await made.drop();
    },
  };
}

function organisationOf(role: Role): Organisation {
  if (role === 'participant') return 'self';
  return ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'].includes(role)
    ? 'authority'
    : 'provider';
}
