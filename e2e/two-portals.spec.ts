import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expect, test } from './portal-test.ts';

const FIRST = `http://localhost:${process.env['E2E_PORT']}`;
const SECOND_PORT = Number(process.env['E2E_PORT']) + 50;
const SECOND = `http://localhost:${SECOND_PORT}`;
let second: ChildProcess;

/** A second process of the same portal, on the same database. */
test.beforeAll(async ({ request }) => {
  const settings = join(process.env['E2E_DATA_DIR'] ?? '', 'portal.env');
  second = spawn(process.execPath, [`--env-file=${settings}`, 'scripts/portal.ts'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: String(SECOND_PORT) },
    cwd: join(import.meta.dirname, '..'),
    stdio: 'ignore',
  });
  await expect
    .poll(async () => await statusOf(request, `${SECOND}/api/ready`), { timeout: 60_000 })
    .toBe(200);
});
test.afterAll(async () => {
  const ended = new Promise((resolve) => second.once('exit', resolve));
  second.kill('SIGTERM');
  await ended;
});

async function statusOf(request: APIRequestContext, url: string): Promise<number> {
  try {
    return (await request.get(url, { maxRedirects: 0 })).status();
  } catch {
    return 0;
  }
}

test('two portals on one database behave as one', async ({ page }) => {
  await logIn(page, /^Lena Fors/);
  await expect(page).toHaveURL(`${FIRST}/review`);
  // Logged in at one is logged in at the other.
  expect(await statusOf(page.request, `${SECOND}/review`)).toBe(200);

  // The same command with the same key at both at once has one effect and one answer.
  const [report] = await rowsOf<{ id: string; version: number }>(
    `SELECT r.id::text, r.version FROM report r JOIN provider v ON v.id = r.provider_id
      WHERE r.status = 'submitted' AND NOT r.protected AND v.name LIKE 'Björkängen%' ORDER BY r.id LIMIT 1`,
    [],
  );
  const data = { reportId: report?.id, version: report?.version };
  const headers = { origin: FIRST, 'idempotency-key': randomUUID() };
  const answers = await Promise.all(
    [FIRST, SECOND, FIRST, SECOND].map((portal) =>
      page.request.post(`${portal}/api/review/take`, { data, headers }),
    ),
  );
  for (const answer of answers)
    expect(await answer.json()).toEqual({ reportId: report?.id, version: (report?.version ?? 0) + 1 });
  expect(
    await rowsOf('SELECT count(*)::int AS n FROM audit_entry WHERE action = $1 AND subject_id = $2', [
      'report.take',
      report?.id,
    ]),
  ).toEqual([{ n: 1 }]);

  // Logged out at one is logged out at the other, within one request.
  await page.request.post(`${SECOND}/api/session/logout`, { headers: { origin: FIRST }, maxRedirects: 0 });
  expect(await statusOf(page.request, `${FIRST}/review`)).toBe(307);
});
