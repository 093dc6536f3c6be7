import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortalProblem } from '../docs/example-client/connection.ts';
import { openPortal } from '../docs/example-client/portal-client.ts';
import type { Row } from '../docs/example-client/portal-types.ts';
import { sendMonth } from '../docs/example-client/send-month.ts';
import { lastMonth } from './actions/open-month.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

type Demo = { readonly apiClient: { readonly clientId: string; readonly clientSecret: string } };

const PORT = String(Number(process.env['E2E_PORT']) + 350);

/** A portal of its own: a system sends all that others would attest. */
let own: StartedPortal;

test.use({ baseURL: `http://localhost:${PORT}` });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  own = await startDemo(PORT);
});
test.afterAll(async () => await own.stop());

const settings = (url: string) => {
  const file = join(own.folder, 'demo.json');
  const { apiClient } = JSON.parse(readFileSync(file, 'utf8')) as Demo;
  return { url, ...apiClient };
};

test('a provider’s system does the month: who is left, a try with a fault, sent, sent again, read back', async ({
  baseURL,
}) => {
  const portal = openPortal(settings(baseURL ?? ''));
  const month = lastMonth();
  const left = [];
  for await (const placement of portal.placements(month)) {
    if (placement.reportId === null && placement.plannedActivities.includes('individualMeeting'))
      left.push(placement);
  }
  const [placement] = left;
  expect(placement).toBeDefined();
  const row: Row = {
    implementation_reference: placement?.implementationReference ?? '',
    month,
    activity: 'individualMeeting',
    form: 'onSite',
    minutes: 240,
  };

  const tried = await portal.dryRun([{ ...row, minutes: 50 }]);
  expect(tried.reports).toEqual([]);
  expect(tried.faults).toMatchObject([{ code: 'minutesStep', column: 'minutes', row: { minutes: 50 } }]);
  expect(tried.faults[0]?.fix).toMatch(/45/);

  const sent = await portal.submit([row], `e2e-${placement?.id ?? ''}`);
  expect(sent).toMatchObject({
    reports: [{ implementationReference: row.implementation_reference, month }],
    faults: [],
  });
  expect(await portal.submit([row], `e2e-${placement?.id ?? ''}`)).toEqual(sent);
  const stored = await rowsOf(
    'SELECT id FROM report WHERE placement_id = $1 AND month = $2',
    [placement?.id, `${month}-01`],
    own.folder,
  );
  expect(stored).toHaveLength(1);
  await expect(portal.submit([{ ...row, minutes: 255 }], `e2e-${placement?.id ?? ''}`)).rejects.toThrow(
    PortalProblem,
  );

  const id = sent.reports[0]?.id ?? '';
  expect(await portal.report(id)).toMatchObject({ id, rows: [{ minutes: 240 }], versions: [{ number: 1 }] });
  const listed = [];
  for await (const report of portal.reports(month)) listed.push(report.id);
  expect(listed).toContain(id);
});

test('the whole month in one go leaves nothing that is right behind', async ({ baseURL }) => {
  const month = lastMonth();
  const outcome = await sendMonth(
    settings(baseURL ?? ''),
    month,
    ({ implementationReference, plannedActivities }) => [
      {
        implementation_reference: implementationReference,
        month,
        activity: plannedActivities[0] ?? 'individualMeeting',
        form: 'phone',
        minutes: 60,
      },
    ],
  );
  for (const { row } of outcome.faults) expect(row).not.toBeNull();
  const again = await sendMonth(settings(baseURL ?? ''), month, () => []);
  expect(again).toEqual({ reports: [], faults: [] });
});

const JSON_TYPE = 'application/json';
type Hostile = readonly [name: string, body: string | Buffer, type: string, status: number, pointer: string];
const HOSTILE: readonly Hostile[] = [
  ['no JSON', '{"rows":', JSON_TYPE, 400, ''],
  ['a form in place of JSON', 'rows=1', 'application/x-www-form-urlencoded', 415, '/headers/content-type'],
  ['no type', '{}', '', 415, '/headers/content-type'],
  ['other letters', '{}', `${JSON_TYPE}; charset=utf-16`, 415, '/headers/content-type'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), JSON_TYPE, 400, '/body'],
  ['UTF-16', Buffer.from('{"rows":[]}', 'utf16le'), JSON_TYPE, 400, '/body'],
  ['a zero character', String.raw`{"rows":["\u0000"]}`, JSON_TYPE, 400, '/body'],
  ['half a pair', String.raw`{"rows":["\ud83d"]}`, JSON_TYPE, 400, '/body'],
  ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, JSON_TYPE, 400, '/body'],
  ['a field twice', '{"rows":[],"rows":[{}]}', JSON_TYPE, 400, '/rows'],
  ['a list', '[]', JSON_TYPE, 422, ''],
  ['a text', '"rows"', JSON_TYPE, 422, ''],
  ['rows that are a text', '{"rows":"1"}', JSON_TYPE, 422, '/rows'],
  ['a row that is a list', '{"rows":[[1]]}', JSON_TYPE, 422, '/rows/0'],
  [
    'a month with an injection',
    `{"rows":[{"month":"2026-03'; DROP TABLE report"}]}`,
    JSON_TYPE,
    422,
    '/rows/0/month',
  ],
  ['a prototype', '{"rows":[{"__proto__":{"month":"2026-03"}}]}', JSON_TYPE, 422, '/rows/0/month'],
];

for (const [name, body, type, status, pointer] of HOSTILE) {
  test(`${name} is a problem that names its place`, async ({ baseURL }) => {
    const { clientId, clientSecret } = settings(baseURL ?? '');
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const token = (await (
      await fetch(`${baseURL}/api/oauth/token`, { method: 'POST', body: form })
    ).json()) as {
      access_token: string;
    };
    const response = await fetch(`${baseURL}/api/v1/reports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token.access_token}`,
        'idempotency-key': name.replaceAll(' ', '-'),
        'content-type': type,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { errors } = (await response.json()) as { errors: readonly { pointer: string }[] };
    expect(errors.map((fault) => fault.pointer)).toContain(pointer);
  });
}

test('the document is there for programs, and fresh', async ({ request }) => {
  const response = await request.get('/api/openapi.json');
  expect(response.headers()['cache-control']).toMatch(/^public/);
  expect(await response.json()).toMatchObject({
    openapi: '3.1.1',
    paths: { '/api/v1/reports': { post: { operationId: 'submitReports' } } },
  });
  const headers = { 'if-none-match': response.headers()['etag'] ?? '' };
  expect((await request.get('/api/openapi.json', { headers })).status()).toBe(304);
});

test('the page says how to get in and what every code means, in both languages', async ({ page }) => {
  // It is long, and looked at in four ways.
  test.setTimeout(300_000);
  await page.goto('/api-docs');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('API för leverantörers system');
  await expect(page.getByText('minutesStep', { exact: true })).toBeVisible();
  await page.getByRole('navigation').getByRole('link').last().click();
  await expect(page).toHaveURL(/#faults$/);
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(heading).toHaveText('API for providers’ systems');
});
