import type { GET as Get, POST as Post } from '#app/api/v1/reports/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClientActor } from '#lib/domain/actor/actor.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addMonthsTo, firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';

const month = previousMonth(monthOf(today()));
const from = firstDay(addMonthsTo(month, -1));
const noParams = { params: Promise.resolve({}) };
let world: World;
let system: ClientActor;
let token: string;
let route: { readonly POST: typeof Post; readonly GET: typeof Get };

beforeAll(async () => {
  world = await buildWorld();
  const attestor = await world.staff('signatory');
  system = await buildApiClient(world.owner, { provider: world.office.provider, attestor });
  token = newOpaqueToken();
  const [apiClientId, scopes] = [system.apiClientId, [...system.scopes]];
  const expiresAt = new Date(Date.now() + 3_600_000);
  await world.owner.accessToken.create({
    data: { tokenHash: new Uint8Array(hashToken(token)), apiClientId, scopes, expiresAt },
  });
  // The process's own client, as in the portal.
  process.env['APP_DATABASE_URL'] = world.appUrl;
  route = await import('#app/api/v1/reports/route.ts');
}, 60_000);
afterAll(async () => {
  await database().$disconnect();
  await world.close();
});

async function placed(): Promise<BuiltPlacement> {
  const placement = await buildPlacement(world.owner, { office: world.office, from });
  await buildPlan(world.owner, { placement });
  return placement;
}

const row = (placement: BuiltPlacement, change: object = {}) => ({
  implementation_reference: placement.reference,
  month,
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: 300,
  ...change,
});

type Sent = { readonly search?: string; readonly headers?: Record<string, string>; readonly body: string };

async function post({ search = '', headers = {}, body }: Sent): Promise<Response> {
  const all = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': newId(),
    ...headers,
  };
  const request = new Request(`http://portal.test/api/v1/reports${search}`, {
    method: 'POST',
    headers: all,
    body,
  });
  return await route.POST(request, noParams);
}

const rows = (...given: readonly object[]): string => JSON.stringify({ rows: given });

test('rows are received, and read back by month', async () => {
  const placement = await placed();
  const answer = await post({ body: rows(row(placement)) });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    received: 1,
    reports: [{ implementationReference: placement.reference, month, status: 'submitted' }],
    errors: [],
  });
  const headers = { authorization: `Bearer ${token}` };
  const read = await route.GET(
    new Request(`http://portal.test/api/v1/reports?month=${month}`, { headers }),
    noParams,
  );
  expect(read.headers.get('cache-control')).toBe('no-store');
  expect(await read.json()).toMatchObject({
    month,
    nextCursor: null,
    reports: [{ rows: [{ minutes: 300 }] }],
  });
});

test('a dry run needs no key, says what would be, and stores nothing', async () => {
  const placement = await placed();
  const sent = { search: '?dryRun=true', headers: { 'idempotency-key': '' } };
  const answer = await post({ ...sent, body: rows(row(placement)) });
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { reports: [{ id: null, status: 'submitted' }] },
  ]);
  const wrong = await post({ ...sent, body: rows(row(placement, { minutes: 20 })) });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { errors: [{ pointer: '/rows/0/minutes', code: 'minutesStep' }] },
  ]);
  expect(await world.owner.report.count({ where: { placementId: placement.id } })).toBe(0);
});

test.each([
  ['no token', { headers: { authorization: '' } }, 401, 'unauthenticated'],
  ['no key', { headers: { 'idempotency-key': '' } }, 400, 'malformedRequest'],
  ['no JSON', { body: '{' }, 400, 'malformedRequest'],
  ['no rows', { body: '{}' }, 422, 'invalidInput'],
  ['rows that are no list', { body: '{"rows":{"0":1}}' }, 422, 'invalidInput'],
  ['a list instead of an object', { body: '[]' }, 422, 'invalidInput'],
  ['nothing', { body: 'null' }, 422, 'invalidInput'],
])('%s: a problem document', async (_, change, status, code) => {
  const answer = await post({ body: rows(row(await placed())), ...change });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
});

test('more than ten thousand rows are too many, in a dry run too', async () => {
  const placement = await placed();
  const body = rows(...Array.from({ length: 10_001 }, () => row(placement)));
  for (const search of ['', '?dryRun=true']) {
    expect((await post({ search, body })).status).toBe(413);
  }
});

test('the month to read is named when it is none', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const read = await route.GET(
    new Request('http://portal.test/api/v1/reports?month=2026-13', { headers }),
    noParams,
  );
  expect([read.status, await read.json()]).toMatchObject([422, { errors: [{ pointer: '/month' }] }]);
});
