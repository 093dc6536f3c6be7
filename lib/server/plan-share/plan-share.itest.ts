import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, PersonActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import { hashOfSecret } from '#lib/server/calendar/feed-secret.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { closePlanShare } from '#lib/server/plan-share/close-plan-share.ts';
import { createPlanShare } from '#lib/server/plan-share/create-plan-share.ts';
import { listPlanShares } from '#lib/server/plan-share/list-plan-shares.ts';
import { openSharedPlan } from '#lib/server/plan-share/open-shared-plan.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

const now = new Date('2026-05-12T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let world: World;
let coach: ProviderActor;
let stranger: PersonActor;

beforeAll(async () => {
  world = await buildWorld();
  coach = await world.staff('coach');
  stranger = await buildParticipantActor(world.owner, await buildParticipant(world.owner));
}, 60_000);
afterAll(() => world.close());

type Someone = { readonly placement: BuiltPlacement; readonly actor: PersonActor };

async function someone(): Promise<Someone> {
  const participant = await buildParticipant(world.owner);
  const placement = await buildPlacement(world.owner, {
    office: world.office,
    participant,
    coachPersonId: coach.personId,
  });
  await buildPlan(world.owner, { placement });
  return { placement, actor: await buildParticipantActor(world.owner, participant) };
}

const given = { recipient: 'Kommunen', days: '7' };

async function list({ actor }: Someone, revealId: string | null = null, at = now) {
  const own = await world.read(listPlanShares, { revealId }, { actor, now: at });
  if (!own.ok) throw new Error(own.error.code);
  return own.value;
}

async function share(own: Someone, input: object = given): Promise<{ shareId: string; secret: string }> {
  const made = await world.run(createPlanShare, input, { actor: own.actor, now });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { secret } = await list(own, made.value.revealId);
  return { shareId: made.value.shareId, secret: secret ?? '' };
}

const open = (secret: string, at = now) => openSharedPlan(world.app, secret, at);

describe('a link to the own plan', () => {
  test('opens the plan alone: no name, no number, no report; and its secret is shown once', async () => {
    const own = await someone();
    const made = await world.run(createPlanShare, given, { actor: own.actor, now });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { secret } = await list(own, made.value.revealId);
    expect((await list(own, made.value.revealId)).secret).toBeNull();
    const shared = await open(secret ?? '');
    expect(Object.keys(shared ?? {}).toSorted()).toEqual([
      'expiresAt',
      'plan',
      'provider',
      'shareId',
      'state',
    ]);
    expect(shared).toMatchObject({ state: 'open', expiresAt: '2026-05-19T08:00:00.000Z' });
    const { person } = own.placement.participant;
    for (const hidden of [person.familyName, own.placement.reference, own.placement.id])
      expect(JSON.stringify(shared)).not.toContain(hidden);
    // Neither the answer of the command nor the database holds the secret.
    expect(JSON.stringify(made.value)).not.toContain(secret);
    expect(await world.owner.planShare.findMany({ select: { secretHash: true } })).toContainEqual({
      secretHash: hashOfSecret(secret ?? ''),
    });
  });

  test('tells the participant of every opening, and the log', async () => {
    const own = await someone();
    const { shareId, secret } = await share(own);
    await open(secret);
    // In another language, half a minute later: the same opening.
    await open(secret, later(1 / 120));
    await open(secret, later(1));
    expect((await list(own)).shares).toMatchObject([
      { id: shareId, opened: 2, openings: ['2026-05-12T09:00:00Z', '2026-05-12T08:00:00Z'] },
    ]);
    const logged = { action: 'planShare.open', participantIds: { has: own.placement.participant.id } };
    expect(await world.owner.auditEntry.count({ where: logged })).toBe(3);
  });

  test('is over by the database’s own clock, whatever time the portal says that it is, where no days are played', async () => {
    const { placement, actor } = await someone();
    await world.owner
      .$executeRaw`INSERT INTO plan_share (id, placement_id, recipient, secret_hash, created_at, created_by_person_id, expires_at)
      VALUES (gen_random_uuid(), ${placement.id}::uuid, 'Kommunen', sha256('a secret'), now() - interval '8 days', ${actor.personId}::uuid,
        now() - interval '1 day')`;
    const mark = { key: 'playedDays' };
    const { value } = await world.owner.portalSetting.delete({ where: mark });
    try {
      expect(
        await world.app
          .$queryRaw`SELECT app.open_plan_by_link(sha256('a secret'), now() - interval '2 days', 'x')->>'state' AS state`,
      ).toEqual([{ state: 'expired' }]);
    } finally {
      await world.owner
        .$executeRaw`INSERT INTO portal_setting (key, value) VALUES ('playedDays', ${JSON.stringify(value)}::jsonb)`;
    }
  });

  test('is over when its time is, when it is closed, and when the placement is; then nothing is written down', async () => {
    const own = await someone();
    const { secret } = await share(own);
    expect(await open(secret, later(7 * 24))).toEqual({ state: 'expired' });
    const closing = await share(own, { ...given, days: '1' });
    expect(
      await world.run(closePlanShare, { shareId: closing.shareId }, { actor: own.actor, now }),
    ).toMatchObject({
      ok: true,
    });
    expect(await open(closing.secret)).toEqual({ state: 'closed' });
    expect(
      await world.run(closePlanShare, { shareId: closing.shareId }, { actor: own.actor, now }),
    ).toMatchObject({
      error: { problem: { code: 'shareClosed' } },
    });
    await world.owner
      .$executeRaw`UPDATE placement SET "end" = '2026-05-13', end_reason = 'interruption' WHERE id = ${own.placement.id}::uuid`;
    expect(await open(secret)).toMatchObject({ state: 'open' });
    expect(await open(secret, later(24))).toEqual({ state: 'ended' });
    expect((await list(own)).shares.map(({ opened }) => opened)).toEqual([0, 1]);
  });

  test.each(['', 'x'.repeat(43), `${'x'.repeat(42)}'`, '../admin'])(
    'is nothing where it was never made: %j',
    async (text) => {
      expect(await open(text)).toBeNull();
    },
  );

  test('says at the field what is missing', async () => {
    const own = await someone();
    expect(
      await world.run(createPlanShare, { recipient: ' ', days: '2' }, { actor: own.actor, now }),
    ).toMatchObject({
      error: {
        problem: {
          errors: [
            { pointer: '/recipient', code: 'recipientMissing' },
            { pointer: '/days', code: 'daysMissing' },
          ],
        },
      },
    });
  });

  test('sent twice is one link; ten stand at most', async () => {
    const own = await someone();
    const at = { actor: own.actor, now, key: 'the same form' };
    const [one, double] = await Promise.all([
      world.run(createPlanShare, given, at),
      world.run(createPlanShare, given, at),
    ]);
    expect(double).toEqual(one);
    for (let made = 1; made < 10; made += 1) await share(own);
    expect((await list(own)).refused).toBe('tooManyShares');
    expect(await world.run(createPlanShare, given, { actor: own.actor, now })).toMatchObject({
      error: { problem: { code: 'tooManyShares' } },
    });
  });

  test('is made and closed by the participant alone', async () => {
    const own = await someone();
    const { shareId } = await share(own);
    const caseworker = await buildAuthorityActor(world.owner, 'caseworker');
    for (const actor of [coach, caseworker, stranger]) {
      expect(await world.run(createPlanShare, given, { actor, now })).toMatchObject({ ok: false });
      expect(await world.run(closePlanShare, { shareId }, { actor, now })).toMatchObject({ ok: false });
    }
  });
});

describe('the database', () => {
  const rows = (who: Actor, sql: string) =>
    inTransaction(world.app, who, (tx) => tx.$queryRawUnsafe<unknown[]>(sql));
  const write = (who: Actor, sql: string) => inTransaction(world.app, who, (tx) => tx.$executeRawUnsafe(sql));

  test('shows links and openings to the participant alone', async () => {
    const own = await someone();
    await open((await share(own)).secret);
    const caseworker = await buildAuthorityActor(world.owner, 'caseworker');
    for (const table of ['plan_share', 'plan_share_opening']) {
      const sql = `SELECT id FROM ${table}`;
      expect(await rows(own.actor, sql)).toHaveLength(1);
      for (const actor of [coach, caseworker, stranger]) expect(await rows(actor, sql)).toEqual([]);
    }
  });

  const insert = ({ placement, actor }: Someone, days = 7) =>
    `INSERT INTO plan_share (id, placement_id, recipient, secret_hash, created_at, created_by_person_id, expires_at)
      VALUES (gen_random_uuid(), '${placement.id}', 'Kommunen', sha256(gen_random_uuid()::text::bytea), now(), '${actor.personId}', now() + interval '${days} days')`;

  test('takes a link from its participant alone, in the own name, for thirty days at most, and never to a protected plan', async () => {
    const own = await someone();
    for (const actor of [coach, stranger])
      await expect(write(actor, insert(own))).rejects.toThrow('row-level security');
    await expect(write(own.actor, insert({ ...own, actor: stranger }))).rejects.toThrow('row-level security');
    await expect(write(own.actor, insert(own, 31))).rejects.toThrow('plan_share_span');
    expect(await write(own.actor, insert(own))).toBe(1);
    await world.owner.$executeRaw`UPDATE placement SET protected = true WHERE id = ${own.placement.id}::uuid`;
    await expect(write(own.actor, insert(own))).rejects.toThrow('is not protected');
  });

  test('lets nobody open a link again, lengthen it, or write openings by hand', async () => {
    const own = await someone();
    const { shareId } = await share(own);
    await write(own.actor, `UPDATE plan_share SET closed_at = now() WHERE id = '${shareId}'`);
    await expect(
      write(own.actor, `UPDATE plan_share SET closed_at = NULL WHERE id = '${shareId}'`),
    ).rejects.toThrow('closed once');
    for (const sql of [
      `UPDATE plan_share SET expires_at = expires_at + interval '1 day' WHERE id = '${shareId}'`,
      `DELETE FROM plan_share WHERE id = '${shareId}'`,
      `INSERT INTO plan_share_opening (share_id, opened_at) VALUES ('${shareId}', now())`,
    ])
      await expect(write(own.actor, sql)).rejects.toThrow('permission denied');
  });
});
