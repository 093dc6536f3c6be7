import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { listSystems } from '#lib/server/api-client/systems-queries.ts';
import { changeWebhook } from '#lib/server/webhook/change-webhook.ts';
import { createWebhook } from '#lib/server/webhook/create-webhook.ts';
import { rotateWebhook } from '#lib/server/webhook/rotate-webhook.ts';
import { sendAgain, testWebhook } from '#lib/server/webhook/send-commands.ts';
import { showWebhook } from '#lib/server/webhook/show-webhook.ts';
import { startReceiver } from '#lib/server/webhook/testing/receiver.ts';
import { buildWebhookWorld, type WebhookWorld } from '#lib/server/webhook/testing/webhook-world.ts';
import { pauseWebhook, removeWebhook, resumeWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

let world: WebhookWorld;
beforeAll(async () => {
  world = await buildWebhookWorld();
});
afterAll(() => world.close());

const as = (actor: ProviderActor = world.admin) => ({ actor, now: world.clock.at });
const URL_OF = 'https://system.tallmo.se/hooks';

/** Every command on an endpoint, each with an input that an administrator could send. */
function commandsOn(
  endpointId: string,
): readonly (readonly [string, (actor: ProviderActor) => Promise<unknown>])[] {
  const run =
    <Input, State, Change, Output>(command: Command<Input, State, Change, Output>, input: object) =>
    (actor: ProviderActor) =>
      world.run(command, { endpointId, version: 1, ...input }, as(actor));
  return [
    [changeWebhook.name, run(changeWebhook, { url: URL_OF, events: ['report.approved'] })],
    [rotateWebhook.name, run(rotateWebhook, { old: 'day' })],
    [pauseWebhook.name, run(pauseWebhook, {})],
    [resumeWebhook.name, run(resumeWebhook, {})],
    [removeWebhook.name, run(removeWebhook, { sure: true })],
    [testWebhook.name, run(testWebhook, {})],
    [sendAgain.name, run(sendAgain, { deliveryId: newId() })],
  ];
}

it('a test goes through the worker, and its answer is shown', async () => {
  const receiver = await startReceiver();
  receiver.answer = () => ({ status: 202, body: '<script>alert(1)</script>' });
  const { id: endpointId } = await world.endpoint(receiver.url);
  const made = await world.run(testWebhook, { endpointId }, as());
  const sent = made.ok ? made.value.deliveryId : '';
  const shown = async () => await world.read(showWebhook, { endpointId, page: 1, sent }, as());
  expect(await shown()).toMatchObject({ value: { sent: { state: 'waiting', type: 'webhook.test' } } });
  await world.deliver();
  expect(await shown()).toMatchObject({
    value: {
      sent: { state: 'delivered', responseStatus: 202, answer: '<script>alert(1)</script>' },
      total: 1,
      endpoint: { waiting: 0, lastDeliveredAt: world.clock.at },
    },
  });
  await receiver.close();
});

it.each([
  ['notes', 'notUrl'],
  ['http://system.tallmo.se/hooks', 'notHttps'],
  ['https://10.0.0.8/hooks', 'notPublic'],
])('an address such as %s is refused with its reason (%s)', async (url, code) => {
  const events = ['report.approved'];
  expect(await world.run(createWebhook, { url, events }, as())).toMatchObject({
    error: { problem: { code: 'invalidInput', errors: [{ pointer: '/url', code }] } },
  });
});

it.each(['coach', 'intake', 'reporter', 'signatory'] as const)('a %s is let at nothing', async (role) => {
  const { id } = await world.endpoint(URL_OF);
  const actor = await world.staff(role);
  for (const [, run] of commandsOn(id)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await run(actor)).toMatchObject({ error: { problem: { status: 403, code: 'forbidden' } } });
  }
  expect(
    await world.run(createWebhook, { url: URL_OF, events: ['report.approved'] }, as(actor)),
  ).toMatchObject({
    error: { problem: { code: 'forbidden' } },
  });
  expect(await world.read(showWebhook, { endpointId: id, page: 1, sent: null }, as(actor))).toMatchObject({
    error: { code: 'forbidden' },
  });
  await world.owner.webhookEndpoint.deleteMany({});
});

it('an administrator of another provider finds nothing, and one of some offices may only look', async () => {
  const { id } = await world.endpoint(URL_OF);
  const stranger = await world.staff('providerAdmin', world.elsewhere);
  const some = await world.staff('providerAdmin', world.office, [world.office]);
  for (const [, run] of commandsOn(id)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await run(stranger)).toMatchObject({ error: { problem: { code: 'notFound' } } });
  }
  for (const [name, run] of commandsOn(id).filter(([of]) => of !== sendAgain.name)) {
    // oxlint-disable-next-line no-await-in-loop
    expect([name, await run(some)]).toMatchObject([name, { error: { problem: { code: 'forbidden' } } }]);
  }
  expect(await world.read(listSystems, {}, as(stranger))).toMatchObject({ value: { endpoints: [] } });
  expect(await world.read(listSystems, {}, as(some))).toMatchObject({ value: { mayDecide: false } });
});

it('past the commands too: another provider reaches no row, and nobody reads what was sent', async () => {
  const { id } = await world.endpoint(URL_OF);
  await world.run(testWebhook, { endpointId: id }, as());
  const count = async (actor: ProviderActor) =>
    await inTransaction(
      world.app,
      actor,
      async (tx) =>
        await tx.$queryRaw<
          object[]
        >`SELECT e.id, (SELECT count(*)::int FROM webhook_delivery) AS sent FROM webhook_endpoint e`,
    );
  expect(await count(await world.staff('providerAdmin', world.elsewhere))).toEqual([]);
  const read = inTransaction(
    world.app,
    world.admin,
    async (tx) => await tx.$queryRaw`SELECT data FROM webhook_delivery`,
  );
  await expect(read).rejects.toThrow('permission denied');
  const stranger = await world.staff('providerAdmin', world.elsewhere);
  const written = inTransaction(world.app, stranger, async (tx) => {
    await tx.$executeRaw`INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
      VALUES (${newId()}::uuid, ${id}::uuid, 'x', ${id}::uuid, 1, now(), now(), '{}')`;
  });
  await expect(written).rejects.toThrow('row-level security');
  const coach = await world.staff('coach');
  const changed = await inTransaction(
    world.app,
    coach,
    async (tx) =>
      await tx.$executeRaw`UPDATE webhook_endpoint SET url = 'https://elsewhere.se' WHERE id = ${id}::uuid`,
  );
  expect(changed).toBe(0);
  const resent = inTransaction(world.app, coach, async (tx) => {
    return await tx.$executeRaw`UPDATE webhook_delivery SET state = 'waiting', attempts = 0`;
  });
  expect(await resent).toBe(0);
  // Not even an administrator tells a system of what has not happened.
  const invented = inTransaction(world.app, world.admin, async (tx) => {
    await tx.$executeRaw`INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
      VALUES (${newId()}::uuid, ${id}::uuid, 'report.approved', ${id}::uuid, 1, now(), now(), '{}')`;
  });
  await expect(invented).rejects.toThrow('row-level security');
});

it('one that is removed is gone, with what waited', async () => {
  const { id } = await world.endpoint(URL_OF);
  await world.run(testWebhook, { endpointId: id }, as());
  expect(await world.run(removeWebhook, { endpointId: id, version: 1, sure: true }, as())).toMatchObject({
    ok: true,
  });
  expect(await world.read(showWebhook, { endpointId: id, page: 1, sent: null }, as())).toMatchObject({
    error: { code: 'notFound' },
  });
  await world.deliver();
  const rows = await world.owner.webhookDelivery.findMany({ where: { endpointId: id } });
  expect(rows).toMatchObject([{ state: 'failed', attempts: 0 }]);
});
