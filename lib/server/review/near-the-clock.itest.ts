import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { now as clockNow } from '#lib/server/clock.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { whileDaysArePlayed } from '#lib/server/db/played-days.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { askForReconsideration } from '#lib/server/review/reconsider-report.ts';
import { replyToRejection } from '#lib/server/review/reply-to-proposal.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { TEST_SECRET } from '#lib/server/sampling/testing/sampled-world.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// As in a portal that people use: nobody plays days here.
let world: World;
let worker: Database;
let reviewer: AuthorityActor;
let signatory: Actor;
let report: string;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 1);
  await world.owner.portalSetting.delete({ where: { key: 'playedDays' } });
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  signatory = await world.staff('signatory');
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});
beforeEach(async () => {
  const placement = await buildPlacement(world.owner, { office: world.office });
  report = await buildStoredReport(world.owner, { placement, month: '2026-02', status: 'submitted' });
});

const write = (actor: Actor, ...statements: readonly string[]) =>
  inTransaction(world.app, actor, async (tx) => {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
const asJob = (statement: string) =>
  inTransaction(worker, { kind: 'job', name: 'review.route' }, (tx) => tx.$executeRawUnsafe(statement));
const OFF = 'dated by the clock';

describe('what deadlines are counted from', () => {
  const decide = (at: string) => [
    `INSERT INTO review_decision (id, report_id, decision, decided_by_person_id, decided_at)
      VALUES ('${newId()}', '${report}', 'approve', app.person_id(), now() ${at})`,
    `UPDATE report SET status = 'approved', version = version + 1 WHERE id = '${report}'`,
  ];

  test.each([`+ interval '20 days'`, `+ interval '1 hour'`, `- interval '1 hour'`])(
    'is not dated %s by whoever writes as the portal',
    async (at) => {
      await expect(write(reviewer, ...decide(at))).rejects.toThrow(OFF);
      await write(reviewer, ...decide(''));
    },
  );

  test('is no day but its own where a report is sent', async () => {
    const send = (on: string, at: string) =>
      `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status, submitted_on, submitted_at,
        submitted_by_person_id, source, content_hash, decide_by, amount_ore)
      SELECT '${newId()}', placement_id, participant_id, provider_id, office_id, '2026-03-01', 1, 'submitted', ${on}, ${at}, app.person_id(), 'form',
        content_hash, decide_by, amount_ore FROM report WHERE id = '${report}'`;
    const today = `(now() AT TIME ZONE 'Europe/Stockholm')::date`;
    await expect(write(signatory, send(`'2026-04-02'`, `'2026-04-02T09:00:00Z'`))).rejects.toThrow(OFF);
    await expect(write(signatory, send(`${today} - 3`, 'now()'))).rejects.toThrow('on its day');
    await write(signatory, send(today, 'now()'));
  });

  test('is dated by a job when it began, and never ahead', async () => {
    const open = (month: string, at: string) =>
      `INSERT INTO sample_cycle (id, month, draw, opened_at, commitment, sealed_secret)
        VALUES ('${newId()}', '${month}', 1, now() ${at}, sha256('x'), 'x')`;
    await expect(asJob(open('2030-01-01', `+ interval '1 day'`))).rejects.toThrow(OFF);
    await expect(asJob(open('2030-01-01', `- interval '1 day'`))).rejects.toThrow(OFF);
    expect(await asJob(open('2030-01-01', `- interval '1 hour'`))).toBe(1);
  });

  test('is believed of whom the tables belong to', async () => {
    await world.owner.$executeRawUnsafe(`INSERT INTO review_decision (id, report_id, decision, decided_at)
      VALUES ('${newId()}', '${report}', 'approve', '2026-03-10T10:00:00Z')`);
    expect(await world.owner.reviewDecision.count({ where: { reportId: report } })).toBe(1);
  });

  test('is played while a database is filled, and no longer, also where that fails', async () => {
    const marks = () => world.owner.portalSetting.count({ where: { key: 'playedDays' } });
    const seen: number[] = [];
    const fill = async () => {
      seen.push(await marks());
    };
    await whileDaysArePlayed(world.ownerUrl, fill);
    const broken = whileDaysArePlayed(world.ownerUrl, async () => {
      await fill();
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect([...seen, await marks()]).toEqual([1, 1, 0]);
  });

  test('is marked as played by nobody who writes as the portal', async () => {
    const mark = `INSERT INTO portal_setting (key, value) VALUES ('playedDays', 'true')`;
    await expect(write(reviewer, mark)).rejects.toThrow('permission denied');
    await expect(asJob(mark)).rejects.toThrow('permission denied');
  });
});

test('the portal’s own commands and jobs are on the clock', async () => {
  const now = clockNow();
  const version = async () => (await world.owner.report.findUniqueOrThrow({ where: { id: report } })).version;
  const why = { reasonCode: 'minutes', reason: 'Mötet var kortare än så.' };
  const decide = async (decision: string) =>
    await world.run(
      decideOnReport,
      { reportId: report, version: await version(), decision, ...why },
      { actor: reviewer, now },
    );
  expect(await decide('proposeReject')).toMatchObject({ ok: true });
  const reply = { reportId: report, version: await version(), text: 'Mötet blev av, se loggen.' };
  expect(await world.run(replyToRejection, reply, { actor: signatory, now })).toMatchObject({ ok: true });
  expect(await decide('reject')).toMatchObject({ ok: true });
  const ask = { reportId: report, version: await version(), text: 'Loggen säger två timmar.' };
  expect(await world.run(askForReconsideration, ask, { actor: signatory, now })).toMatchObject({ ok: true });
  expect(await routeReports({ database: worker, now, portalSecret: TEST_SECRET })).toMatchObject({
    opened: 6,
  });
});
