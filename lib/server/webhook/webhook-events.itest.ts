import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { webhookPayload } from '#lib/schemas/webhook.ts';
import { newId } from '#lib/server/ids.ts';
import { handBackReport } from '#lib/server/review/hand-back-report.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWebhookWorld, type WebhookWorld } from '#lib/server/webhook/testing/webhook-world.ts';

let world: WebhookWorld;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;
let endpointId: string;
beforeAll(async () => {
  world = await buildWebhookWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  placement = await buildPlacement(world.owner, { office: world.office });
  endpointId = (await world.endpoint('https://system.tallmo.se/hooks')).id;
});
afterAll(() => world.close());

const told = async (subjectId: string) =>
  await world.owner.webhookDelivery.findMany({ where: { subjectId }, orderBy: { sequence: 'asc' } });

const move = async (id: string, status: string) =>
  await world.owner
    .$executeRaw`UPDATE report SET status = ${status}::report_status, version = version + 1 WHERE id = ${id}::uuid`;

it('every change of a report is written beside it, whoever makes it', async () => {
  const id = await buildStoredReport(world.owner, { placement, month: '2026-02', status: 'submitted' });
  const version = async () => (await world.owner.report.findUniqueOrThrow({ where: { id } })).version;
  const at = { actor: reviewer, now: world.clock.at };
  const taken = await world.run(takeReport, { reportId: id, version: await version() }, at);
  const back = await world.run(handBackReport, { reportId: id, version: await version() }, at);
  expect([taken.ok, back.ok]).toEqual([true, true]);
  for (const status of ['approved', 'inReview', 'rejected', 'inReview', 'returned']) {
    // oxlint-disable-next-line no-await-in-loop
    await move(id, status);
  }
  const rows = await told(id);
  expect(rows.map(({ type }) => type)).toEqual([
    'report.submitted',
    'report.inReview',
    'report.submitted',
    'report.approved',
    'report.reopened',
    'report.rejected',
    'report.reopened',
    'report.returned',
  ]);
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(rows[2]?.data).toEqual({
    reportId: id,
    implementationReference: placement.reference,
    month: '2026-02',
    number: 1,
    status: 'submitted',
    previousStatus: 'inReview',
    supersedesReportId: null,
  });
  // What replaces it is told as one event, of the new one.
  await move(id, 'superseded');
  const next = await buildStoredReport(world.owner, {
    placement,
    month: '2026-02',
    status: 'submitted',
    number: 2,
    supersedesId: id,
  });
  expect(await told(id)).toHaveLength(8);
  expect((await told(next)).map(({ data }) => data)).toMatchObject([
    { supersedesReportId: id, previousStatus: null },
  ]);
  await move(next, 'withdrawn');
  expect((await told(next)).at(-1)?.type).toBe('report.withdrawn');
  for (const { id: event, type, sequence, occurredAt, data } of [...rows, ...(await told(next))]) {
    webhookPayload.parse({
      id: event,
      type,
      sequence,
      apiVersion: 'v1',
      occurredAt: occurredAt.toISOString(),
      data,
    });
  }
});

it('a change that is rolled back tells nobody', async () => {
  const id = await buildStoredReport(world.owner, { placement, month: '2026-03', status: 'submitted' });
  const failing = world.owner.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE report SET status = 'approved' WHERE id = ${id}::uuid`;
    throw new Error('not after all');
  });
  await expect(failing).rejects.toThrow('not after all');
  expect((await told(id)).map(({ type }) => type)).toEqual(['report.submitted']);
});

it('another provider, other events, history and protected participants: nothing', async () => {
  const elsewhere = await buildPlacement(world.owner, { office: world.elsewhere });
  const foreign = await buildStoredReport(world.owner, { placement: elsewhere, month: '2026-02' });
  const hidden = await buildPlacement(world.owner, {
    office: world.office,
    participant: await buildParticipant(world.owner, { protected: true }),
  });
  const secret = await buildStoredReport(world.owner, {
    placement: hidden,
    month: '2026-02',
    status: 'submitted',
  });
  await move(secret, 'approved');
  expect([...(await told(foreign)), ...(await told(secret))]).toEqual([]);

  await world.owner.webhookEndpoint.update({
    where: { id: endpointId },
    data: { events: ['report.returned'] },
  });
  const id = await buildStoredReport(world.owner, { placement, month: '2026-04', status: 'submitted' });
  await move(id, 'returned');
  expect((await told(id)).map(({ type }) => type)).toEqual(['report.returned']);
  const loaded = newId();
  await world.owner
    .$executeRaw`INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, status, submitted_on, submitted_at, source,
      content_hash, decide_by, amount_ore)
    SELECT ${loaded}::uuid, placement_id, participant_id, provider_id, office_id, '2026-05-01', 'returned', submitted_on, submitted_at, 'import', 'x', decide_by, 0
    FROM report WHERE id = ${id}::uuid`;
  expect(await told(loaded)).toEqual([]);
});

it('what waits to be told of somebody goes when their identity is protected', async () => {
  await world.owner.webhookEndpoint.update({
    where: { id: endpointId },
    data: { events: ['report.submitted'] },
  });
  const own = await buildPlacement(world.owner, { office: world.office });
  const id = await buildStoredReport(world.owner, { placement: own, month: '2026-02', status: 'submitted' });
  expect(await told(id)).toHaveLength(1);
  await world.owner.person.update({ where: { id: own.participant.person.id }, data: { protected: true } });
  expect(await world.owner.report.findUniqueOrThrow({ where: { id } })).toMatchObject({ protected: true });
  expect(await told(id)).toEqual([]);
});

it('statements are told of from the moment they are proposed', async () => {
  await world.owner.webhookEndpoint.update({
    where: { id: endpointId },
    data: { events: ['statement.proposed', 'statement.paid'] },
  });
  const runId = newId();
  const statement = newId();
  await world.owner
    .$executeRaw`INSERT INTO statement_run (id, cut_off, started_at) VALUES (${runId}::uuid, '2026-03-24', now())`;
  await world.owner.$executeRaw`INSERT INTO statement (id, run_id, provider_id, cut_off, status)
    VALUES (${statement}::uuid, ${runId}::uuid, ${world.office.provider.id}::uuid, '2026-03-24', 'open')`;
  expect(await told(statement)).toEqual([]);
  await world.owner
    .$executeRaw`UPDATE statement SET status = 'proposed', proposed_at = now(), content_hash = 'x', accept_by = '2026-04-10', version = version + 1
    WHERE id = ${statement}::uuid`;
  const [row] = await told(statement);
  expect(row).toMatchObject({
    type: 'statement.proposed',
    data: { statementId: statement, month: '2026-03', status: 'proposed', previousStatus: 'open' },
  });
});

it('a provider that has asked for nothing gets nothing, and no job is made', async () => {
  await world.owner.$executeRaw`DELETE FROM pgboss.job WHERE name = 'webhook.deliver'`;
  const elsewhere = await buildPlacement(world.owner, { office: world.elsewhere });
  await buildStoredReport(world.owner, { placement: elsewhere, month: '2026-06' });
  const jobs = async () =>
    await world.owner.$queryRaw<object[]>`SELECT id FROM pgboss.job WHERE name = 'webhook.deliver'`;
  expect(await jobs()).toEqual([]);
  await world.owner.webhookEndpoint.update({
    where: { id: endpointId },
    data: { events: ['report.submitted'] },
  });
  for (const month of ['2026-07', '2026-08']) {
    // oxlint-disable-next-line no-await-in-loop -- the second finds the first one's job
    await buildStoredReport(world.owner, { placement, month, status: 'submitted' });
  }
  expect(await jobs()).toHaveLength(1);
});
