import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, AuthorityActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What the application's own roles may write about decisions, whatever statements are sent in their name.
let world: World;
let worker: Database;
let actors: Readonly<Record<string, Actor>>;
let reviewer: AuthorityActor;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  const provider = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
  const authority = ['caseworker', 'payer', 'agreementAdmin', 'auditor'] as const;
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  actors = Object.fromEntries([
    ['reviewer', reviewer],
    ...(await Promise.all(provider.map(async (role) => [role, await world.staff(role)] as const))),
    ...(await Promise.all(
      authority.map(async (role) => [role, await buildAuthorityActor(world.owner, role)] as const),
    )),
  ]);
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

let report: string;
beforeEach(async () => {
  report = await newReport();
});

async function newReport(status: 'submitted' | 'approved' = 'submitted'): Promise<string> {
  const placement = await buildPlacement(world.owner, { office: world.office });
  const reportId = await buildStoredReport(world.owner, { placement, month: '2026-02', status });
  await world.owner.reportRow.create({
    data: { reportId, activity: 'individualMeeting', form: 'onSite', minutes: 120 },
  });
  await world.owner.checkFinding.create({ data: { reportId, code: 'LATE', severity: 'flag', facts: {} } });
  return reportId;
}

/** All statements in one transaction, as the role; how many rows the last one wrote. */
async function write(role: string, ...statements: readonly string[]): Promise<number> {
  const actor = actors[role];
  if (actor === undefined) throw new Error(`Nobody is ${role}`);
  return await inTransaction(world.app, actor, async (tx) => {
    let written = 0;
    for (const statement of statements) written = await tx.$executeRawUnsafe(statement);
    return written;
  });
}
const asWorker = async (...statements: readonly string[]) =>
  await inTransaction(worker, { kind: 'job', name: 'review.settle' }, async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });

type Given = Readonly<Record<string, string>>;
const decision = (id: string, given: Given) => {
  const row: Given = {
    id: `'${id}'`,
    report_id: `'${report}'`,
    decided_at: `'2026-03-10T10:00:00Z'`,
    decided_by_person_id: 'app.person_id()',
    reason_code: `'minutes'`,
    reason: `'Mötet var kortare än så.'`,
    ...given,
  };
  return `INSERT INTO review_decision (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};
const PROPOSE = { decision: `'proposeReject'`, last_day: `'2026-03-24'` };
const move = (set: string) => `UPDATE report SET ${set}, version = version + 1 WHERE id = '${report}'`;

async function propose(): Promise<string> {
  const id = newId();
  await write('reviewer', decision(id, PROPOSE), move(`status = 'inReview', reply_by = '2026-03-24'`));
  return id;
}
const rejection = (proposal: string, on: string, given: Given = {}) =>
  decision(newId(), {
    decision: `'reject'`,
    proposal_id: `'${proposal}'`,
    decided_at: `'${on}T10:00:00Z'`,
    ...given,
  });
const replyOf = (
  proposal: string,
  on = '2026-03-12',
) => `INSERT INTO review_reply (decision_id, report_id, text, replied_by_person_id, replied_at)
  VALUES ('${proposal}', '${report}', 'Mötet blev av.', app.person_id(), '${on}T10:00:00Z')`;

describe('a rejection, by statements that pass every rule of the application by,', () => {
  test('is not made without a proposal, nor before an answer or the last day', async () => {
    await expect(
      write('reviewer', decision(newId(), { decision: `'reject'` }), move(`status = 'rejected'`)),
    ).rejects.toThrow('a rejection is final only after an answer or the last day');
    const proposal = await propose();
    await expect(
      write('reviewer', rejection(proposal, '2026-03-24'), move(`status = 'rejected'`)),
    ).rejects.toThrow('a rejection is final only after an answer or the last day');
    expect(await write('reviewer', rejection(proposal, '2026-03-25'), move(`status = 'rejected'`))).toBe(1);
  });

  test('rests on a proposal of the same report that stands', async () => {
    const proposal = await propose();
    report = await newReport();
    await propose();
    await expect(
      write('reviewer', rejection(proposal, '2026-04-25'), move(`status = 'rejected'`)),
    ).rejects.toThrow('a rejection is final only');
  });

  test('is proposed by reviewers alone, and its day stands', async () => {
    for (const role of Object.keys(actors).filter((name) => name !== 'reviewer')) {
      // oxlint-disable-next-line no-await-in-loop -- each by itself
      await expect(write(role, decision(newId(), PROPOSE))).rejects.toThrow();
    }
    await expect(write('reviewer', move(`status = 'inReview', reply_by = '2026-03-24'`))).rejects.toThrow(
      'does not become',
    );
    await propose();
    await expect(write('reviewer', move(`reply_by = '2026-03-11'`))).rejects.toThrow('does not become');
    await expect(write('reviewer', move(`reply_by = NULL`))).rejects.toThrow('does not become');
    await expect(write('signatory', move(`reply_by = NULL`))).rejects.toThrow('does not become');
  });

  test('is answered once, by its last day, in the own name, by those who report', async () => {
    const proposal = await propose();
    for (const role of ['reviewer', 'intake', 'providerAdmin', 'payer', 'caseworker', 'auditor']) {
      // oxlint-disable-next-line no-await-in-loop -- each by itself
      await expect(write(role, replyOf(proposal))).rejects.toThrow();
    }
    await expect(write('coach', replyOf(proposal, '2026-03-25'))).rejects.toThrow('by its last day');
    await expect(
      write('coach', replyOf(proposal).replace('app.person_id()', `'${reviewer.personId}'`)),
    ).rejects.toThrow();
    expect(await write('coach', replyOf(proposal), move('route = route'))).toBe(1);
    await expect(write('signatory', replyOf(proposal))).rejects.toThrow();
    await expect(world.owner.$executeRawUnsafe(`UPDATE review_reply SET text = 'x'`)).rejects.toThrow(
      'append-only',
    );
    expect(await write('reviewer', rejection(proposal, '2026-03-13'), move(`status = 'rejected'`))).toBe(1);
  });

  test('becomes final by silence only after the last day, without an answer, by the worker', async () => {
    const proposal = await propose();
    const silent = (on: string) => rejection(proposal, on, { decided_by_person_id: 'NULL', by: `'silence'` });
    await expect(write('reviewer', silent('2026-03-25'))).rejects.toThrow('time decides by itself');
    await expect(asWorker(silent('2026-03-24'), move(`status = 'rejected'`))).rejects.toThrow('final only');
    await expect(asWorker(move(`status = 'rejected'`))).rejects.toThrow('without a person');
    await asWorker(silent('2026-03-25'), move(`status = 'rejected'`));
    await write('coach', `SELECT 1`);
    report = await newReport();
    const answered = await propose();
    await write('coach', replyOf(answered));
    await expect(
      asWorker(
        rejection(answered, '2026-03-25', { decided_by_person_id: 'NULL', by: `'silence'` }),
        move(`status = 'rejected'`),
      ),
    ).rejects.toThrow();
  });
});

describe('what counts as approved', () => {
  test('counts so until it is decided anew, whatever is written', async () => {
    report = await newReport('approved');
    const reopening = `INSERT INTO report_reopening (id, report_id, kind, reason, effect_ore, next_ore, reopened_by_person_id, reopened_at)
      VALUES ('${newId()}', '${report}', 'wrong', 'Beslutet var fel.', 0, 0, app.person_id(), '2026-03-09T10:00:00Z')`;
    await write(
      'reviewer',
      reopening,
      move(`status = 'inReview', taken_by_person_id = app.person_id(), taken_at = now()`),
    );
    const standing = async () =>
      (await world.owner.report.findUniqueOrThrow({ where: { id: report } })).standingStatus;
    expect(await standing()).toBe('approved');
    await expect(write('reviewer', move('standing_status = NULL'))).rejects.toThrow('permission denied');
    await world.owner.$executeRawUnsafe(move('standing_status = NULL'));
    expect(await standing()).toBe('approved');
    await expect(
      write('reviewer', decision(newId(), { decision: `'return'` }), move(`status = 'returned'`)),
    ).rejects.toThrow('a report that counts as approved is not returned');
    await expect(write('signatory', move(`status = 'withdrawn'`))).rejects.toThrow();
  });

  test('is approved by time only while nothing is proposed and nothing taken up', async () => {
    const deemed = () =>
      decision(newId(), {
        decision: `'approve'`,
        by: `'deemed'`,
        decided_by_person_id: 'NULL',
        reason_code: 'NULL',
        reason: 'NULL',
      });
    await expect(write('reviewer', deemed())).rejects.toThrow('time decides by itself');
    // The terms have no days for it, until they do.
    await expect(asWorker(deemed())).rejects.toThrow('nothing here is decided by time');
    await world.owner.$executeRawUnsafe(`INSERT INTO terms_version (id, valid_from, document)
      SELECT 'deemed', '2026-03-01', document || '{"deemedApprovalDays": 3}' FROM terms_version`);
    await asWorker(deemed(), move(`status = 'approved'`));
    report = await newReport();
    await propose();
    await expect(asWorker(deemed())).rejects.toThrow('nothing here is decided by time');
  });
});

describe('fewer minutes', () => {
  const approve = (id: string) =>
    decision(id, { decision: `'approve'`, reason_code: 'NULL', reason: 'NULL' });
  const row = (id: string, reported: number, approved: number) =>
    `INSERT INTO review_decision_row (decision_id, activity, form, reported_minutes, approved_minutes, reason_code)
     VALUES ('${id}', 'individualMeeting', 'onSite', ${reported}, ${approved}, 'minutes')`;
  test('come with their decision, are fewer than reported, and never more', async () => {
    const id = newId();
    await expect(write('reviewer', approve(id), row(id, 120, 135))).rejects.toThrow();
    await expect(write('reviewer', approve(id), row(id, 150, 135))).rejects.toThrow('no such minutes');
    await write('reviewer', approve(id), row(id, 120, 90), move(`status = 'approved'`));
    expect(await world.owner.reportRow.findFirst({ where: { reportId: report } })).toMatchObject({
      minutes: 120,
      approvedMinutes: 90,
    });
    await expect(write('reviewer', row(id, 120, 60))).rejects.toThrow();
    for (const role of ['reviewer', 'signatory']) {
      const change = `UPDATE report_row SET approved_minutes = 0 WHERE report_id = '${report}'`;
      // oxlint-disable-next-line no-await-in-loop -- each by itself
      await expect(write(role, change)).rejects.toThrow();
    }
    await expect(
      world.owner.$executeRawUnsafe(
        `UPDATE report_row SET approved_minutes = 0 WHERE report_id = '${report}'`,
      ),
    ).rejects.toThrow('append-only');
  });

  test('are reconsidered where the provider asks, of a decision that lowered or rejected, by another', async () => {
    const id = newId();
    await write('reviewer', approve(id), row(id, 120, 90), move(`status = 'approved'`));
    const ask = (
      of: string,
    ) => `INSERT INTO report_reopening (id, report_id, kind, decision_id, reason, effect_ore, next_ore, reopened_by_person_id, reopened_at)
      VALUES ('${newId()}', '${report}', 'reconsideration', '${of}', 'Mötet var två timmar.', 0, 0, app.person_id(), '2026-03-11T10:00:00Z')`;
    const back = move(`status = 'inReview'`);
    await expect(write('reviewer', ask(id), back)).rejects.toThrow();
    await expect(write('intake', ask(id), back)).rejects.toThrow();
    await expect(write('coach', back)).rejects.toThrow('does not become');
    await write('coach', ask(id), back);
    await expect(write('signatory', ask(id))).rejects.toThrow();
    await expect(
      write('reviewer', decision(newId(), { decision: `'approve'`, decided_at: `'2026-03-12T10:00:00Z'` })),
    ).rejects.toThrow('nobody reconsiders their own decision');
    report = await newReport();
    const whole = newId();
    await write('reviewer', approve(whole), move(`status = 'approved'`));
    await expect(write('coach', ask(whole), back)).rejects.toThrow('a rejection or fewer minutes');
  });
});

describe('a verdict on a finding', () => {
  const verdict = (id: string, code = 'LATE') =>
    `INSERT INTO finding_verdict (decision_id, report_id, code, upheld) VALUES ('${id}', '${report}', '${code}', true)`;
  test('comes with the decision of who gives it, of what was found, and stands; no provider reads it', async () => {
    const id = newId();
    const approve = decision(id, { decision: `'approve'` });
    await expect(write('reviewer', approve, verdict(id, 'COPIED_HOURS'))).rejects.toThrow();
    expect(await write('reviewer', approve, verdict(id), move(`status = 'approved'`))).toBe(1);
    await expect(write('reviewer', verdict(id))).rejects.toThrow();
    await expect(world.owner.$executeRawUnsafe('UPDATE finding_verdict SET upheld = false')).rejects.toThrow(
      'append-only',
    );
    const signatory = actors['signatory'];
    if (signatory === undefined) throw new Error('nobody signs');
    expect(await inTransaction(world.app, signatory, (tx) => tx.findingVerdict.count())).toBe(0);
  });
});
