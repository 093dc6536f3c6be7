import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientActor } from '#lib/domain/actor/actor.ts';
import { API_OPERATIONS } from '#lib/schemas/api/operations.ts';
import { openApiDocument } from '#lib/server/api/openapi-document.ts';
import { readerOf } from '#lib/server/api/testing/document-reader.ts';
import { expectDescribed } from '#lib/server/api/testing/documented.ts';
import { hashClientSecret } from '#lib/server/auth/client-secret.ts';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addMonthsTo, firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';

const document = openApiDocument('https://portal.example', 'sv');
const month = previousMonth(monthOf(today()));
const from = firstDay(addMonthsTo(month, -1));
let world: World;
let system: ClientActor;
let token: string;

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Handlers = Readonly<Record<string, Handler | undefined>>;
const handlers = new Map<string, Handlers>();

beforeAll(async () => {
  world = await buildWorld();
  const attestor = await world.staff('signatory');
  system = await buildApiClient(world.owner, { provider: world.office.provider, attestor });
  await world.owner.apiClient.update({
    where: { id: system.apiClientId },
    data: { secretHash: new Uint8Array(hashClientSecret('hemligheten')) },
  });
  token = await tokenOf(system);
  process.env['APP_DATABASE_URL'] = world.appUrl;
  for (const { path } of API_OPERATIONS) {
    const file = `${path.slice(1).replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`;
    handlers.set(path, (await import(/* @vite-ignore */ `#app/${file}`)) as Handlers);
  }
}, 60_000);
afterAll(async () => {
  await database().$disconnect();
  await world.close();
});

async function tokenOf({ apiClientId, scopes }: ClientActor): Promise<string> {
  const made = newOpaqueToken();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await world.owner.accessToken.create({
    data: { tokenHash: new Uint8Array(hashToken(made)), apiClientId, scopes: [...scopes], expiresAt },
  });
  return made;
}

type Given = {
  readonly search?: string;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};

/** Calls an operation as it is called, and holds the answer against what the document says of its status. */
async function call(id: string, given: Given = {}): Promise<Response> {
  const operation = API_OPERATIONS.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`There is no operation ${id}`);
  const { path, method, body } = operation;
  const type = body === undefined ? {} : { 'content-type': body.type };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId(), ...type, ...given.headers };
  const request = new Request(`http://portal.test${path}${given.search ?? ''}`, {
    method: method.toUpperCase(),
    headers,
    ...(given.body === undefined ? {} : { body: given.body }),
  });
  const handler = handlers.get(path)?.[method.toUpperCase()];
  if (handler === undefined) throw new Error(`${path} has no handler`);
  const answer = await handler(request, { params: Promise.resolve(given.params ?? {}) });
  await expectDescribed(document, path, method, answer.clone());
  return answer;
}

async function placed(office = world.office): Promise<BuiltPlacement> {
  const placement = await buildPlacement(world.owner, { office, from });
  await buildPlan(world.owner, { placement, activities: ['individualMeeting', 'ownWork', 'mapping'] });
  return placement;
}

const rows = ({ reference }: BuiltPlacement, minutes = 300): string =>
  JSON.stringify({
    rows: [
      { implementation_reference: reference, month, activity: 'individualMeeting', form: 'onSite', minutes },
    ],
  });

type Received = { readonly reports: readonly { readonly id: string }[] };
type Listed = { readonly placements: readonly { readonly id: string }[]; readonly nextCursor: string | null };

describe('real answers are what the document says', () => {
  test('a token, and no token', async () => {
    const form = (secret: string) =>
      `grant_type=client_credentials&client_id=${system.clientId}&client_secret=${secret}`;
    const request = async (secret: string) => {
      const handler = handlers.get('/api/oauth/token')?.['POST'];
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const asked = new Request('http://portal.test/api/oauth/token', {
        method: 'POST',
        headers: type,
        body: form(secret),
      });
      return await handler?.(asked, { params: Promise.resolve({}) });
    };
    const good = await request('hemligheten');
    expect(good?.status).toBe(200);
    const described = document.paths['/api/oauth/token']?.['post']?.['responses'] as Record<
      string,
      { content: { 'application/json': { schema: unknown } } }
    >;
    for (const [status, answer] of [
      ['200', good],
      ['401', await request('fel')],
    ] as const) {
      expect(String(answer?.status)).toBe(status);
      const reader = readerOf(document, described[status]?.content['application/json'].schema);
      expect(reader.safeParse(await answer?.json()).success).toBe(true);
    }
  });

  test('the month: who is to be reported, sent, read back, returned', async () => {
    const placement = await placed();
    const before = (await (await call('listPlacements', { search: `?month=${month}` })).json()) as Listed;
    expect(before.placements).toContainEqual(
      expect.objectContaining({
        id: placement.id,
        reportId: null,
        plannedActivities: ['individualMeeting', 'ownWork', 'mapping'],
      }),
    );
    await call('submitReports', { search: '?dryRun=true', body: rows(placement) });
    const sent = await call('submitReports', { body: rows(placement) });
    expect(sent.headers.get('api-version')).toBe('1');
    const { reports } = (await sent.json()) as Received;
    const reportId = reports[0]?.id ?? '';
    const reviewer = await world.owner.person.create({
      data: { id: newId(), givenName: 'Ri', familyName: 'Ta' },
    });
    await world.owner.report.update({ where: { id: reportId }, data: { status: 'returned' } });
    await world.owner.reviewDecision.create({
      data: {
        id: newId(),
        reportId,
        decision: 'return',
        reasonCode: 'incomplete',
        reason: 'Skriv vad ni gjorde.',
        decidedByPersonId: reviewer.id,
        decidedAt: new Date(),
      },
    });
    const page: unknown = await (await call('listReports', { search: `?month=${month}` })).json();
    expect(page).toMatchObject({
      reports: expect.arrayContaining([
        expect.objectContaining({
          id: reportId,
          status: 'returned',
          reason: 'Skriv vad ni gjorde.',
          // The provider keeps its own log: what needs days is not passed, here as little as in the answer to what was sent.
          notAssessed: expect.objectContaining({ checks: ['IMPOSSIBLE_TIME', 'MEETING_INTERVAL'] }),
        }),
      ]),
    });
    const again = await call('submitReports', { body: rows(placement, 315) });
    expect(again.status).toBe(200);
    const first = await call('showReport', { params: { reportId } });
    expect(await first.clone().json()).toMatchObject({
      status: 'superseded',
      versions: [
        // Why it came back is still there to read.
        { number: 1, status: 'superseded', reason: 'Skriv vad ni gjorde.' },
        { number: 2, status: 'submitted' },
      ],
    });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await call('showReport', { params: { reportId }, headers })).status).toBe(304);
  });

  test('the calculation, right and wrong', async () => {
    const example = API_OPERATIONS.find(({ id }) => id === 'evaluateCompensation')?.body
      ?.example as unknown[];
    const answer = await call('evaluateCompensation', {
      body: JSON.stringify([...example, { agreement: {}, facts: {} }]),
    });
    expect(answer.status).toBe(200);
  });
});

describe('anybody may ask who has a contract', () => {
  const openly = { headers: { authorization: '' } };
  type Providers = { readonly providers: readonly { readonly kaNumber: string }[] };

  test('all of them, one of them, and none', async () => {
    const page = await call('listProviders', { ...openly, search: '?near=56.16,15.58' });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const { providers } = (await page.clone().json()) as Providers;
    const { kaNumber } = world.office.contract;
    expect(providers.map((one) => one.kaNumber)).toContain(kaNumber);
    const headers = { ...openly.headers, 'if-none-match': page.headers.get('etag') ?? '' };
    expect((await call('listProviders', { search: '?near=56.16,15.58', headers })).status).toBe(304);
    const one = await call('showProvider', { ...openly, params: { kaNumber } });
    expect(await one.json()).toMatchObject({ kaNumber, metres: null });
    expect((await call('showProvider', { ...openly, params: { kaNumber: '00000000' } })).status).toBe(404);
    const beyond = await call('listProviders', { ...openly, search: '?page=99' });
    expect(await beyond.json()).toMatchObject({ providers: [], page: 99 });
  });

  test('what cannot be understood is refused, and what is asked for too often', async () => {
    for (const search of ['?near=Umeå', '?near=1,2,3', '?page=0', '?page=x', `?q=${'x'.repeat(101)}`])
      expect((await call('listProviders', { ...openly, search })).status).toBe(422);
    const { capacity } = limits.providers;
    const greedy = { 'x-forwarded-for': '192.0.2.99' };
    await takeToken(database(), limits.providers, { kind: 'address', id: '192.0.2.99' }, capacity);
    expect((await call('listProviders', { headers: greedy })).status).toBe(429);
  });
});

describe('a system is shown its own provider’s alone', () => {
  test('nothing of another provider, nothing of who is protected, page by page', async () => {
    const own = await placed();
    const other = await placed(world.elsewhere);
    const hidden = await placed();
    await world.owner.person.update({
      where: { id: hidden.participant.person.id },
      data: { protected: true },
    });
    const { placements } = (await (
      await call('listPlacements', { search: `?month=${month}` })
    ).json()) as Listed;
    const ids = placements.map(({ id }) => id);
    expect(ids).toContain(own.id);
    expect(ids).not.toContain(other.id);
    expect(ids).not.toContain(hidden.id);
    const after = (await (
      await call('listPlacements', { search: `?month=${month}&cursor=${ids[0]}` })
    ).json()) as Listed;
    expect(after.placements.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test('another provider’s report is not there', async () => {
    const foreign = await buildApiClient(world.owner, {
      provider: world.elsewhere.provider,
      attestor: await world.staff('signatory', world.elsewhere),
    });
    const headers = { authorization: `Bearer ${await tokenOf(foreign)}` };
    const sent = await call('submitReports', { headers, body: rows(await placed(world.elsewhere)) });
    const { reports } = (await sent.json()) as Received;
    expect((await call('showReport', { params: { reportId: reports[0]?.id ?? '' } })).status).toBe(404);
  });

  test('a system without the scope is told so', async () => {
    const limited = await buildApiClient(world.owner, {
      provider: world.office.provider,
      scopes: ['reports.read'],
    });
    const headers = { authorization: `Bearer ${await tokenOf(limited)}` };
    expect((await call('submitReports', { headers, body: rows(await placed()) })).status).toBe(403);
    expect((await call('listReports', { headers, search: `?month=${month}` })).status).toBe(200);
  });
});

describe('what nobody should send is a problem that names its place', () => {
  const row = '{"implementation_reference":"100000001","minutes":15,"minutes":30}';
  test.each<[string, string, Given, number, string, string]>([
    ['no JSON', 'submitReports', { body: '{"rows":[' }, 400, '', 'notJson'],
    ['nothing', 'submitReports', { body: '' }, 400, '', 'notJson'],
    ['a field twice', 'submitReports', { body: `{"rows":[${row}]}` }, 400, '/rows/0/minutes', 'duplicateKey'],
    ['no rows', 'submitReports', { body: '{}' }, 422, '/rows', 'fieldMissing'],
    ['rows that are no list', 'submitReports', { body: '{"rows":7}' }, 422, '/rows', 'wrongType'],
    ['an empty list', 'submitReports', { body: '{"rows":[]}' }, 422, '/rows', 'tooFew'],
    ['a list of lists', 'submitReports', { body: '{"rows":[[]]}' }, 422, '/rows/0', 'rowShape'],
    ['a row that is a number', 'submitReports', { body: '{"rows":[1e999]}' }, 422, '/rows/0', 'rowShape'],
    [
      'no key',
      'submitReports',
      { headers: { 'idempotency-key': '' }, body: '{"rows":[{}]}' },
      400,
      '/headers/idempotency-key',
      'idempotencyKeyMissing',
    ],
    [
      'another value of dryRun',
      'submitReports',
      { search: '?dryRun=ja', body: '{"rows":[{}]}' },
      422,
      '/dryRun',
      'notAllowed',
    ],
    ['no month', 'listReports', {}, 422, '/month', 'fieldMissing'],
    ['a month that is none', 'listReports', { search: '?month=2026-13' }, 422, '/month', 'monthFormat'],
    [
      'a cursor that is none',
      'listPlacements',
      { search: '?month=2026-03&cursor=1%27--' },
      422,
      '/cursor',
      'wrongFormat',
    ],
    [
      'an id that is none',
      'showReport',
      { params: { reportId: "' OR 1=1" } },
      422,
      '/reportId',
      'wrongFormat',
    ],
  ])('%s', async (_, id, given, status, pointer, code) => {
    const answer = await call(id, given);
    expect(answer.status).toBe(status);
    const { errors } = (await answer.json()) as { errors: readonly { pointer: string; code: string }[] };
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  test('a system that calls too often is told when to come back', async () => {
    const hasty = await buildApiClient(world.owner, { provider: world.office.provider });
    const headers = { authorization: `Bearer ${await tokenOf(hasty)}` };
    const { capacity } = limits.api;
    await takeToken(database(), limits.api, { kind: 'account', id: hasty.apiClientId }, capacity);
    const answer = await call('listReports', { headers, search: `?month=${month}` });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });
});
