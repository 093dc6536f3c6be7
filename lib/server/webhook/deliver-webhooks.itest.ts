import { fork } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RETRY } from '#lib/domain/webhook/retry.ts';
import { env } from '#lib/server/env.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { startJobWorker } from '#lib/server/jobs/job-worker.ts';
import { thin } from '#lib/server/retention/thin.ts';
import { newId } from '#lib/server/ids.ts';
import { claimDeliveries } from '#lib/server/webhook/claim-deliveries.ts';
import { rotateWebhook } from '#lib/server/webhook/rotate-webhook.ts';
import { revealSecret } from '#lib/server/api-client/reveal-secret.ts';
import { sendAgain } from '#lib/server/webhook/send-commands.ts';
import { believes, type Receiver, startReceiver } from '#lib/server/webhook/testing/receiver.ts';
import { buildWebhookWorld, type WebhookWorld } from '#lib/server/webhook/testing/webhook-world.ts';
import { pauseWebhook, resumeWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

let world: WebhookWorld;
let receiver: Receiver;
let endpoint: { readonly id: string; readonly secret: string };
beforeAll(async () => {
  world = await buildWebhookWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  receiver = await startReceiver();
  endpoint = await world.endpoint(receiver.url);
});
afterEach(async () => {
  await world.owner.webhookEndpoint.deleteMany({});
  await receiver.close();
});

/** A report that comes in; its month is approved at once where it is asked for. */
async function report(status: 'submitted' | 'approved' = 'submitted'): Promise<string> {
  const placement = await buildPlacement(world.owner, { office: world.office });
  const id = await buildStoredReport(world.owner, { placement, month: '2026-02', status: 'submitted' });
  if (status === 'approved') {
    await world.owner
      .$executeRaw`UPDATE report SET status = 'approved', version = version + 1 WHERE id = ${id}::uuid`;
  }
  return id;
}

const rows = async () => await world.owner.webhookDelivery.findMany({ orderBy: { sequence: 'asc' } });
const nowSeconds = () => world.clock.at.getTime() / 1000;
const as = () => ({ actor: world.admin, now: world.clock.at });

it('is signed, believed, and delivered once', async () => {
  const id = await report();
  expect(await world.deliver()).toBe(1);
  expect(await world.deliver()).toBe(0);
  const [came] = receiver.received;
  if (came === undefined) throw new Error('nothing came');
  expect(believes(came, endpoint.secret, nowSeconds())).toBe(true);
  expect(believes(came, 'whsec_another', nowSeconds())).toBe(false);
  expect(
    believes({ ...came, body: came.body.replace('2026-02', '2026-03') }, endpoint.secret, nowSeconds()),
  ).toBe(false);
  // Sent again by somebody who saw it go by.
  expect(believes(came, endpoint.secret, nowSeconds() + 301)).toBe(false);
  const [payload] = receiver.effects.values();
  expect(payload).toMatchObject({ type: 'report.submitted', apiVersion: 'v1', data: { reportId: id } });
  expect(came.headers['webhook-id']).toBe(payload?.id);
  expect(await rows()).toMatchObject([
    { state: 'delivered', attempts: 1, responseStatus: 200, answer: 'ok', failure: null },
  ]);
});

it('is tried again after growing pauses for about three days, on errors, silence and closed doors', async () => {
  await report();
  const ways = [{ status: 500 }, 'silence', { status: 302, location: 'http://127.0.0.1/' }] as const;
  const pauses: number[] = [];
  let attempts = 0;
  receiver.answer = () => ways[attempts % ways.length] ?? 'silence';
  for (; attempts < RETRY.mostAttempts; attempts += 1) {
    // oxlint-disable-next-line no-await-in-loop -- time goes by between them
    expect(await world.deliver({ posting: { ...FAST, allowLoopback: true } })).toBe(1);
    // oxlint-disable-next-line no-await-in-loop
    const [row] = await rows();
    if (row === undefined || row.state === 'failed') break;
    const pause = (row.nextAttemptAt.getTime() - world.clock.at.getTime()) / 1000;
    pauses.push(pause);
    world.pass(pause - 1);
    // oxlint-disable-next-line no-await-in-loop
    expect(await world.deliver()).toBe(0);
    world.pass(1);
    // The endpoint would be paused before; here it is about the delivery.
    // oxlint-disable-next-line no-await-in-loop
    await world.owner.webhookEndpoint.updateMany({ data: { failingSince: null } });
  }
  expect(pauses.slice(0, 5)).toEqual([60, 120, 240, 480, 960]);
  expect(pauses).toHaveLength(RETRY.mostAttempts - 1);
  const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.5);
  expect(await rows()).toMatchObject([{ state: 'failed', attempts: RETRY.mostAttempts }]);
  expect(receiver.effects.size).toBe(0);
});

const FAST = { resolve: async () => [], timeoutMilliseconds: 150 };

it('says why it did not arrive, and arrives when the door is open again', async () => {
  await report();
  const { port } = receiver;
  await receiver.close();
  await world.deliver();
  expect(await rows()).toMatchObject([{ state: 'waiting', failure: 'unreachable', responseStatus: null }]);
  receiver = await startReceiver(port);
  receiver.answer = () => ({ status: 503, body: `<b>${'å'.repeat(5000)}\0` });
  world.pass(60);
  await world.deliver();
  const [row] = await rows();
  expect(row).toMatchObject({ failure: 'status', responseStatus: 503 });
  expect(row?.answer).toBe(`<b>${'å'.repeat(197)}`);
  receiver.answer = () => ({ status: 200 });
  world.pass(120);
  await world.deliver();
  expect(await rows()).toMatchObject([{ state: 'delivered', attempts: 3 }]);
});

it('what happened first to a report arrives first; other reports do not wait for it', async () => {
  const slow = await report('approved');
  const quick = await report();
  receiver.answer = ({ body }) => ({ status: body.includes(slow) ? 500 : 200 });
  await world.deliver();
  expect(receiver.received.filter(({ body }) => body.includes(slow))).toHaveLength(1);
  expect([...receiver.effects.values()]).toMatchObject([{ data: { reportId: quick } }]);
  receiver.answer = () => ({ status: 200 });
  world.pass(60);
  await world.deliver();
  expect([...receiver.effects.values()].slice(1).map(({ type, sequence }) => [type, sequence])).toEqual([
    ['report.submitted', 1],
    ['report.approved', 2],
  ]);
});

it('a worker that is killed after sending leaves it to be sent again, with the same id: one effect', async () => {
  await report();
  const child = fork('lib/server/webhook/testing/deliver-child.ts');
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  receiver.answer = () => {
    child.kill('SIGKILL');
    return { status: 200 };
  };
  child.send({
    workerUrl: world.workerUrl,
    portalSecret: env().PORTAL_SECRET,
    now: world.clock.at.toISOString(),
  });
  await gone;
  expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1, responseStatus: null }]);
  receiver.answer = () => ({ status: 200 });
  expect(await world.deliver()).toBe(0);
  world.pass(61);
  expect(await world.deliver()).toBe(1);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(receiver.received).toHaveLength(2);
  expect(receiver.effects.size).toBe(1);
});

it('two workers at once send each event once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => report()));
  await Promise.all([world.deliver(), world.deliver(), world.deliver()]);
  expect(receiver.received).toHaveLength(12);
  expect(receiver.effects.size).toBe(12);
});

describe('while its secret is changed', () => {
  it('is signed with both for a day, and then with the new one', async () => {
    const { version } = await world.owner.webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    const made = await world.run(rotateWebhook, { endpointId: endpoint.id, version, old: 'day' }, as());
    if (!made.ok) throw new Error(made.error.problem.code);
    const looked = await world.read(revealSecret, { revealId: made.value.revealId }, as());
    const secret = (looked.ok ? looked.value.revealed?.secret : undefined) ?? '';
    await report();
    await world.deliver();
    world.pass(24 * 3600 + 1);
    await report();
    await world.deliver();
    const [first, second] = receiver.received;
    if (first === undefined || second === undefined) throw new Error('two should have come');
    const firstAt = nowSeconds() - 24 * 3600 - 1;
    expect(believes(first, endpoint.secret, firstAt) && believes(first, secret, firstAt)).toBe(true);
    expect(believes(second, secret, nowSeconds())).toBe(true);
    expect(believes(second, endpoint.secret, nowSeconds())).toBe(false);
  });
});

describe('an endpoint that nothing reaches', () => {
  it('is paused after three days, with a mail; what happens waits and is sent when it is started', async () => {
    const email = 'admin@tallmo.example';
    const person = await buildPerson(world.owner, { email });
    await buildProviderActor(world.owner, 'providerAdmin', { provider: world.office.provider, person });
    await report();
    receiver.answer = () => ({ status: 500 });
    await world.deliver();
    world.pass(RETRY.pauseAfterDays * 86_400 - 10);
    await world.deliver();
    const found = async () =>
      await world.owner.webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    expect(await found()).toMatchObject({ state: 'active' });
    world.pass(3600);
    await world.deliver();
    expect(await found()).toMatchObject({ state: 'paused', pauseReason: 'failures' });
    const mails = await world.owner.$queryRaw<{ subject: string }[]>`
      SELECT data ->> 'subject' AS subject FROM pgboss.job WHERE name = 'mail.send' AND data ->> 'to' = ${email}`;
    expect(mails).toEqual([{ subject: 'Vi har pausat en mottagare hos er' }]);

    await report();
    receiver.answer = () => ({ status: 200 });
    world.pass(86_400);
    expect(await world.deliver()).toBe(0);
    const { version } = await found();
    expect(await world.run(resumeWebhook, { endpointId: endpoint.id, version }, as())).toMatchObject({
      ok: true,
    });
    expect(await world.deliver()).toBe(2);
    expect(receiver.effects.size).toBe(2);
  });

  it('can be paused by hand, and takes nothing until it is started', async () => {
    const { version } = await world.owner.webhookEndpoint.findUniqueOrThrow({ where: { id: endpoint.id } });
    expect(await world.run(pauseWebhook, { endpointId: endpoint.id, version }, as())).toMatchObject({
      ok: true,
    });
    await report();
    expect(await world.deliver()).toBe(0);
  });
});

it('can be sent again by hand, with the same id', async () => {
  await report();
  await world.deliver();
  const [row] = await rows();
  const input = { endpointId: endpoint.id, deliveryId: row?.id };
  expect(await world.run(sendAgain, input, as())).toMatchObject({ ok: true });
  expect(await world.deliver()).toBe(1);
  expect(receiver.received).toHaveLength(2);
  expect(receiver.effects.size).toBe(1);
});

it('goes out within moments by the worker, woken by the change itself', async () => {
  await world.owner.$executeRaw`DELETE FROM pgboss.job`;
  const faults: unknown[] = [];
  const worker = await startJobWorker({
    url: world.workerUrl,
    database: world.worker,
    onError: (error) => faults.push(error),
    pollEverySeconds: 0.5,
  });
  const id = await report();
  await vi.waitUntil(() => receiver.effects.size > 0, { timeout: 10_000 });
  await worker.stop();
  expect([...receiver.effects.values()]).toMatchObject([
    { type: 'report.submitted', data: { reportId: id } },
  ]);
  expect(faults).toEqual([]);
});

it('systems that do not answer keep none waiting that does, however much waits for them', async () => {
  const { provider } = world.office;
  const endpoints = Array.from({ length: 6 }, () => newId());
  await world.owner
    .$executeRaw`INSERT INTO webhook_endpoint (id, provider_id, url, events, sealed_secret, created_at, created_by_person_id, failing_since)
    SELECT id, ${provider.id}::uuid, 'https://silent.tallmo.se/', '{}', '', now(), id, now() FROM unnest(${endpoints}::uuid[]) AS x (id)`;
  await world.owner
    .$executeRaw`INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
    SELECT gen_random_uuid(), id, 'report.approved', gen_random_uuid(), 1, now(), now() - interval '1 day', '{}'
    FROM unnest(${endpoints}::uuid[]) AS x (id), generate_series(1, 20)`;
  // Moved to the table's end, where it is found last.
  await world.owner.$executeRaw`UPDATE webhook_endpoint SET url = url WHERE id = ${endpoint.id}::uuid`;
  await report();
  const claimed = await claimDeliveries(world.worker, world.clock.at);
  expect(claimed.map(({ endpointId }) => endpointId)).toContain(endpoint.id);
  expect(claimed).toHaveLength(40);
});

it('is thinned after thirty days', async () => {
  const [kept, old] = [await report(), await report()];
  await world.owner
    .$executeRaw`UPDATE webhook_delivery SET occurred_at = now() - interval '30 days 1 second' WHERE subject_id = ${old}::uuid`;
  await world.owner
    .$executeRaw`UPDATE webhook_delivery SET occurred_at = now() - interval '29 days' WHERE subject_id = ${kept}::uuid`;
  await thin(world.worker);
  expect((await rows()).map(({ subjectId }) => subjectId)).toEqual([kept]);
});
