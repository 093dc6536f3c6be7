import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '#lib/server/auth/session-life.ts';
import {
  type AuthFixture,
  createAuthFixture,
  type TestPerson,
} from '#lib/server/auth/testing/auth-fixture.ts';
import { newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import type { Database } from '#lib/server/db/client.ts';
import { withLanguage } from '#lib/server/person/language-after-login.ts';

let fixture: AuthFixture;
let person: TestPerson;
beforeAll(async () => {
  fixture = await createAuthFixture();
});
afterAll(() => fixture.drop());

async function logIn(
  kept: string,
  read: string | null,
): Promise<{ cookie: string | undefined; kept: string }> {
  person = await fixture.person('Sigrid');
  await fixture.participant(person);
  await fixture.membership(person, 'participant');
  await fixture.sql('UPDATE person SET locale = $2 WHERE id = $1', [person.id, kept]);
  const token = newOpaqueToken();
  await openSession(fixture.context, {
    token,
    personId: person.id,
    authenticatedAt: fixture.clock.at,
    sid: null,
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fixture's database is a whole one
  const context = { ...fixture.context, database: fixture.context.database as Database };
  const request = new Request('http://localhost:3999/api/auth/callback/eid', {
    headers: read === null ? {} : { cookie: `portal-locale=${read}` },
  });
  const opened = new Response(null, { headers: { 'set-cookie': `portal-session=${token}; Path=/` } });
  const answer = await withLanguage(context, request, opened);
  const [row] = await fixture.sql<{ locale: string }>('SELECT locale FROM person WHERE id = $1', [person.id]);
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('portal-locale='));
  return { cookie: cookie?.split(';', 1)[0], kept: row?.locale ?? '' };
}

test('a browser where nobody has chosen reads what the person has chosen', async () => {
  expect(await logIn('ti', null)).toEqual({ cookie: 'portal-locale=ti', kept: 'ti' });
});

test('a person who never has chosen is kept with what the browser reads', async () => {
  expect(await logIn('sv', 'ar')).toEqual({ cookie: undefined, kept: 'ar' });
});

test('where both have chosen, neither is changed', async () => {
  expect(await logIn('uk', 'ar')).toEqual({ cookie: undefined, kept: 'uk' });
});
