import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listMemberships, pickMembership } from '#lib/server/auth/membership.ts';
import { newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { findSession } from '#lib/server/auth/session.ts';
import { endSession, keepSession, openSession } from '#lib/server/auth/session-life.ts';
import {
  type AuthFixture,
  createAuthFixture,
  type TestPerson,
} from '#lib/server/auth/testing/auth-fixture.ts';

let fixture: AuthFixture;
beforeAll(async () => {
  fixture = await createAuthFixture();
});
afterAll(() => fixture.drop());

const start = new Date('2026-05-12T09:00:00Z');
beforeEach(() => {
  fixture.clock.at = start;
});

async function open(person: TestPerson): Promise<string> {
  const token = newOpaqueToken();
  await openSession(fixture.context, { token, personId: person.id, authenticatedAt: start, sid: null });
  return token;
}

const isValid = async (token: string) => (await findSession(fixture.context, token)) !== null;

describe('how long a session lasts', () => {
  test('it ends after 30 minutes in which nothing was done, to the minute', async () => {
    const token = await open(await fixture.person('Karin'));
    fixture.pass(29.99);
    expect(await isValid(token)).toBe(true); // starts the idle time anew
    fixture.pass(30);
    expect(await isValid(token)).toBe(false);
    fixture.pass(-30);
    expect((await findSession(fixture.context, token))?.idleEndsAt).toBe('2026-05-12T09:59:59.400Z');
  });

  test('it ends after ten hours, however busy', async () => {
    const token = await open(await fixture.person('Karin'));
    for (let minutes = 0; minutes < 600 - 20; minutes += 20) {
      fixture.pass(20);
      expect(await isValid(token)).toBe(true);
    }
    fixture.pass(19.99);
    expect(await isValid(token)).toBe(true);
    fixture.pass(0.01);
    expect(await isValid(token)).toBe(false);
  });

  test('a page that asks by itself how long is left does not make it longer', async () => {
    const token = await open(await fixture.person('Karin'));
    fixture.pass(20);
    expect(await findSession(fixture.context, token, false)).not.toBeNull();
    fixture.pass(10);
    expect(await isValid(token)).toBe(false);
  });

  test('it is written at most once a minute', async () => {
    const token = await open(await fixture.person('Karin'));
    fixture.pass(0.9);
    expect((await findSession(fixture.context, token))?.idleEndsAt).toBe('2026-05-12T09:30:00.000Z');
    fixture.pass(0.1);
    expect((await findSession(fixture.context, token))?.idleEndsAt).toBe('2026-05-12T09:31:00.000Z');
  });

  test('"stay signed in" gives 30 minutes more, not beyond ten hours, and nothing once it has ended', async () => {
    const token = await open(await fixture.person('Karin'));
    fixture.pass(29);
    expect(await keepSession(fixture.context, token)).toEqual({
      idleEndsAt: '2026-05-12T09:59:00.000Z',
      absoluteEndsAt: '2026-05-12T19:00:00.000Z',
    });
    fixture.pass(30);
    expect(await keepSession(fixture.context, token)).toBeNull();
  });
});

describe('ending a session', () => {
  test('it is over with the next request, and cannot be ended twice', async () => {
    const token = await open(await fixture.person('Karin'));
    expect(await endSession(fixture.context, token, 'logout')).toBe(true);
    expect(await isValid(token)).toBe(false);
    expect(await keepSession(fixture.context, token)).toBeNull();
    expect(await endSession(fixture.context, token, 'logout')).toBe(false);
  });

  test('a membership that ends takes the role away with the next request, not the login', async () => {
    const person = await fixture.person('Karin');
    const membership = await fixture.membership(person, 'coach');
    const token = await open(person);
    expect((await findSession(fixture.context, token))?.actor?.role).toBe('coach');
    await fixture.sql(`UPDATE membership SET valid_to = '2026-05-12' WHERE id = $1`, [membership]);
    expect((await findSession(fixture.context, token))?.actor).toBeNull();
  });
});

describe('organisation and role', () => {
  test('the only membership is picked by itself; of several one is chosen', async () => {
    const person = await fixture.person('Karin');
    await fixture.membership(person, 'coach');
    expect((await findSession(fixture.context, await open(person)))?.actor).toMatchObject({
      kind: 'person',
      role: 'coach',
      organisation: 'provider',
      providerId: fixture.providerId,
      providerName: 'Tallmo Arbetsliv AB',
      officeScope: 'all',
    });
    const signatory = await fixture.membership(person, 'signatory');
    const token = await open(person);
    expect((await findSession(fixture.context, token))?.actor).toBeNull();
    expect(await pickMembership(fixture.context, token, signatory)).toEqual({
      outcome: 'picked',
      role: 'signatory',
    });
    expect((await findSession(fixture.context, token))?.actor?.role).toBe('signatory');
    expect((await listMemberships(fixture.context, token)).map(({ role, picked }) => [role, picked])).toEqual(
      [
        ['coach', false],
        ['signatory', true],
      ],
    );
  });

  test('nobody picks what is another person’s, has ended or has not begun', async () => {
    const person = await fixture.person('Karin');
    await fixture.membership(person, 'coach');
    const token = await open(person);
    const others = await fixture.membership(await fixture.person('Bo'), 'reviewer');
    const ended = await fixture.membership(person, 'signatory', { to: '2026-05-12' });
    const later = await fixture.membership(person, 'reporter', { from: '2026-05-13' });
    for (const membership of [others, ended, later, 'nonsense']) {
      // oxlint-disable-next-line no-await-in-loop -- one session, one question at a time
      expect(await pickMembership(fixture.context, token, membership)).toMatchObject({ outcome: 'notYours' });
    }
    expect((await findSession(fixture.context, token))?.actor?.role).toBe('coach');
  });

  test('a day begins at midnight in Sweden', async () => {
    const person = await fixture.person('Karin');
    await fixture.membership(person, 'coach', { from: '2026-05-13' });
    fixture.clock.at = new Date('2026-05-12T21:59:00Z');
    const token = await open(person);
    expect(await listMemberships(fixture.context, token)).toHaveLength(0);
    fixture.pass(1);
    expect(await listMemberships(fixture.context, token)).toHaveLength(1);
  });

  test('an office scope comes along, and offices outside it do not', async () => {
    const person = await fixture.person('Karin');
    const membership = await fixture.membership(person, 'intake');
    const { inside } = await fixture.offices();
    await fixture.sql('UPDATE membership SET all_offices = false WHERE id = $1', [membership]);
    await fixture.sql('INSERT INTO membership_office VALUES ($1, $2)', [membership, inside]);
    expect((await findSession(fixture.context, await open(person)))?.actor?.officeScope).toEqual([inside]);
  });

  test('a participant is a participant only where the authority has made one', async () => {
    const person = await fixture.person('Amira');
    await fixture.membership(person, 'participant');
    expect((await findSession(fixture.context, await open(person)))?.actor).toBeNull();
    const participantId = await fixture.participant(person);
    expect((await findSession(fixture.context, await open(person)))?.actor).toMatchObject({
      role: 'participant',
      organisation: 'self',
      providerId: null,
      participantId,
    });
  });
});

describe('what the database keeps and lets go', () => {
  test('only the hash of a token', async () => {
    const token = await open(await fixture.person('Karin'));
    const rows = await fixture.sql<{ found: string }>(`SELECT s::text AS found FROM session s`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ found }) => found.includes(token))).toEqual([]);
  });

  test.each(['session', 'login_account', 'person_identity', 'step_up', 'access_token'])(
    'the app cannot read %s',
    async (table) => {
      // True where any one of the four is held.
      const any = `SELECT has_table_privilege('portal_app', $1, 'SELECT, INSERT, UPDATE, DELETE') AS held`;
      expect(await fixture.sql(any, [table])).toEqual([{ held: false }]);
    },
  );

  test('nobody but the app may call the functions, and of their helpers not even the app', async () => {
    const rows = await fixture.sql<{ name: string; app: boolean; worker: boolean }>(
      `SELECT p.proname AS name, has_function_privilege('portal_app', p.oid, 'EXECUTE') AS app,
         has_function_privilege('portal_worker', p.oid, 'EXECUTE') AS worker
       FROM pg_proc p WHERE p.pronamespace = 'auth'::regnamespace`,
    );
    expect(rows.filter((row) => row.worker).map((row) => row.name)).toEqual([]);
    expect(
      rows
        .filter((row) => !row.app)
        .map((row) => row.name)
        .toSorted(),
    ).toEqual([
      'absolute_limit',
      'day_of',
      'idle_limit',
      'invitation_state',
      'is_open',
      'iso',
      'note',
      'note_person',
      'step_up_limit',
      'token_limit',
      'valid_memberships',
    ]);
  });

  test('every change writes its entry in the log', async () => {
    const person = await fixture.person('Karin');
    const coach = await fixture.membership(person, 'coach');
    await fixture.membership(person, 'signatory');
    const token = await open(person);
    await pickMembership(fixture.context, token, coach);
    await pickMembership(fixture.context, token, crypto.randomUUID());
    await endSession(fixture.context, token, 'logout');
    expect(
      await fixture.sql('SELECT action, outcome, role FROM audit_entry WHERE person_id = $1 ORDER BY id', [
        person.id,
      ]),
    ).toEqual([
      { action: 'login', outcome: 'done', role: null },
      { action: 'pickMembership', outcome: 'done', role: 'coach' },
      { action: 'pickMembership', outcome: 'refused', role: 'coach' },
      { action: 'logout', outcome: 'done', role: 'coach' },
    ]);
  });
});
