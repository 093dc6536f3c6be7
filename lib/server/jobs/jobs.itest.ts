import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { chooseFreePort } from '#lib/server/db/free-port.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { startJobWorker } from '#lib/server/jobs/job-worker.ts';
import { jobsSchema } from '#lib/server/jobs/queues.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';
import { MailStore } from '#scripts/mail-sink/mail-store.ts';
import { startMailSink } from '#scripts/mail-sink/server.ts';

const mail = { to: 'anna@example.se', subject: 'En rapport behöver kompletteras', text: 'Hej! Åäö.' };
let fresh: TestDatabase;
let app: Database;

beforeAll(async () => {
  fresh = await createTestDatabase();
  app = openDatabase(fresh.appUrl, 3);
});
afterAll(async () => {
  await app.$disconnect();
  await fresh.drop();
});

async function storedJobs(columns = '*'): Promise<Record<string, unknown>[]> {
  const { rows } = await withClient(fresh.ownerUrl, (client) =>
    client.query<Record<string, unknown>>(`SELECT ${columns} FROM ${jobsSchema}.job ORDER BY created_on`),
  );
  return rows;
}

test('a job exists if its transaction commits, and only then', async () => {
  await app.$transaction((tx) => sendInTransaction(tx, 'statement.run', { runId: 'kept' }));
  const failing = app.$transaction(async (tx) => {
    await sendInTransaction(tx, 'statement.run', { runId: 'lost' });
    throw new Error('the guard says no');
  });
  await expect(failing).rejects.toThrow('the guard says no');
  expect(await storedJobs('data')).toEqual([{ data: { runId: 'kept' } }]);
});

test('two jobs of one cause are one', async () => {
  const id = crypto.randomUUID();
  const send = () => app.$transaction((tx) => sendInTransaction(tx, 'statement.run', { runId: id }, { id }));
  await Promise.all([send(), send(), send()]);
  expect((await storedJobs('id')).filter((job) => job['id'] === id)).toHaveLength(1);
});

test('the app can add jobs, and can neither read nor change nor remove them', async () => {
  for (const sql of [
    `SELECT * FROM ${jobsSchema}.job`,
    `UPDATE ${jobsSchema}.job SET data = '{}'`,
    `DELETE FROM ${jobsSchema}.job`,
    `INSERT INTO ${jobsSchema}.job (name) VALUES ('mail.send')`,
  ]) {
    await expect(app.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
  }
});

test('our insertion leaves the row that pg-boss’s own leaves', async () => {
  const boss = new PgBoss({
    connectionString: fresh.workerUrl,
    schema: jobsSchema,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  const theirs = await boss.send('mail.send', mail);
  await boss.stop({ graceful: false });
  await app.$transaction((tx) => sendInTransaction(tx, 'mail.send', mail));
  const rows = (await storedJobs(`*, keep_until - start_after AS kept_for`)).filter(
    (job) => job['name'] === 'mail.send',
  );
  const [first, second] = rows.map((row) => ({
    ...row,
    id: '',
    created_on: '',
    start_after: '',
    keep_until: '',
  }));
  expect(rows.map((row) => row['id'])).toContain(theirs);
  expect(second).toEqual(first);
});

test('the worker delivers a mail once, though its mail server was away at first', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mail-')), 'mail');
  const smtpPort = await chooseFreePort(undefined, 47_000);
  const httpPort = await chooseFreePort(undefined, smtpPort + 1);
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${smtpPort}`);
  await withClient(fresh.ownerUrl, (client) =>
    client.query(
      `DELETE FROM ${jobsSchema}.job; UPDATE ${jobsSchema}.queue SET retry_delay = 1, retry_backoff = false`,
    ),
  );
  await app.$transaction((tx) => sendInTransaction(tx, 'mail.send', mail));
  const database = openDatabase(fresh.workerUrl, 2);
  const faults: unknown[] = [];
  const worker = await startJobWorker({
    url: fresh.workerUrl,
    database,
    onError: (error) => faults.push(error),
    pollEverySeconds: 0.5,
  });
  await vi.waitUntil(() => faults.length > 0, { timeout: 10_000 });
  const sink = await startMailSink({ folder, smtpPort, httpPort });
  await vi.waitUntil(async () => (await storedJobs('state')).some((job) => job['state'] === 'completed'), {
    timeout: 15_000,
  });
  const { id } = (await storedJobs('id'))[0] ?? {};
  expect(new MailStore(folder).list('')).toMatchObject([
    { to: [mail.to], subject: mail.subject, text: mail.text, messageId: `<${String(id)}@localhost>` },
  ]);
  const page = await (await fetch(`http://127.0.0.1:${httpPort}/?q=kompletteras`)).text();
  expect(page).toContain('anna@example.se');
  await worker.stop();
  await sink.close();
  await database.$disconnect();
});
