import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

// What the application's own role may write, whatever statement is sent in its name: base pay rests on approved reports.
let world: World;
let actors: Readonly<Record<string, Actor>>;
beforeAll(async () => {
  world = await buildWorld();
  const provider = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
  const authority = ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'] as const;
  actors = Object.fromEntries([
    ...(await Promise.all(provider.map(async (role) => [role, await world.staff(role)] as const))),
    ...(await Promise.all(
      authority.map(async (role) => [role, await buildAuthorityActor(world.owner, role)] as const),
    )),
    ['client', await buildApiClient(world.owner, { provider: world.office.provider })],
  ]);
});
afterAll(() => world.close());

const roles = (change: (role: string) => boolean) => Object.keys(actors).filter(change);

async function write(role: string, statement: string): Promise<number> {
  const actor = actors[role];
  if (actor === undefined) throw new Error(`Nobody is ${role}`);
  return await inTransaction(world.app, actor, async (tx) => await tx.$executeRawUnsafe(statement));
}

async function reportOf(status: 'submitted' | 'inReview' | 'approved'): Promise<string> {
  const placement = await buildPlacement(world.owner, { office: world.office });
  return await buildStoredReport(world.owner, { placement, month: '2026-02', status });
}

async function writers(statement: (id: string) => string, from: 'submitted' | 'inReview' | 'approved') {
  const able: string[] = [];
  for (const role of roles(() => true)) {
    // oxlint-disable-next-line no-await-in-loop -- each with a report of their own
    const id = await reportOf(from);
    // oxlint-disable-next-line no-await-in-loop
    const done = await write(role, statement(id)).catch((error: unknown) => {
      if (String(error).includes('42501') || String(error).includes('23001')) return 0;
      throw error;
    });
    if (done > 0) able.push(role);
  }
  return able;
}

describe('a report, by statements that pass every rule of the application by,', () => {
  test.each([
    ['approved', 'submitted'],
    ['returned', 'submitted'],
    ['rejected', 'inReview'],
  ] as const)('becomes %s by nobody without a decision in the same transaction', async (to, from) => {
    expect(await writers((id) => `UPDATE report SET status = '${to}' WHERE id = '${id}'`, from)).toEqual([]);
  });

  test('is approved by a reviewer with a decision, and by nobody else with one', async () => {
    const decide = (
      id: string,
    ) => `INSERT INTO review_decision (id, report_id, decision, decided_at, decided_by_person_id)
      VALUES ('${newId()}', '${id}', 'approve', now(), app.person_id())`;
    for (const role of roles(() => true)) {
      // oxlint-disable-next-line no-await-in-loop -- each with a report of their own
      const id = await reportOf('submitted');
      const actor = actors[role];
      if (actor === undefined) continue;
      // oxlint-disable-next-line no-await-in-loop
      const approved = await inTransaction(world.app, actor, async (tx) => {
        await tx.$executeRawUnsafe(decide(id));
        return await tx.$executeRawUnsafe(`UPDATE report SET status = 'approved' WHERE id = '${id}'`);
      }).catch(() => 0);
      expect([role, approved]).toEqual([role, role === 'reviewer' ? 1 : 0]);
    }
  });

  test('is taken by a reviewer in the own name', async () => {
    const take = (id: string) => `UPDATE report SET status = 'inReview', taken_at = now(),
      taken_by_person_id = app.person_id() WHERE id = '${id}'`;
    expect(await writers(take, 'submitted')).toEqual(['reviewer']);
    const other = (id: string) => `UPDATE report SET status = 'inReview', taken_at = now(),
      taken_by_person_id = '${newId()}' WHERE id = '${id}'`;
    expect(await writers(other, 'submitted')).toEqual([]);
  });

  test('is withdrawn by a signatory', async () => {
    expect(
      await writers((id) => `UPDATE report SET status = 'withdrawn' WHERE id = '${id}'`, 'submitted'),
    ).toEqual(['signatory']);
  });

  test('keeps what it is worth, and when it is to be decided for all but reviewers', async () => {
    expect(await writers((id) => `UPDATE report SET amount_ore = 1 WHERE id = '${id}'`, 'approved')).toEqual(
      [],
    );
    expect(
      await writers((id) => `UPDATE report SET decide_by = '2030-01-01' WHERE id = '${id}'`, 'submitted'),
    ).toEqual(['reviewer']);
  });

  test.each([
    ['submitted', ['signatory', 'client']],
    ['approved', []],
    ['inReview', []],
  ] as const)('comes in as %s by the hands of %j', async (status, able) => {
    const copy = (
      id: string,
    ) => `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
        submitted_on, submitted_at, submitted_by_person_id, source, content_hash, decide_by, amount_ore)
      SELECT '${newId()}', placement_id, participant_id, provider_id, office_id, '2026-03-01', 1, '${status}', submitted_on, now(),
        app.person_id(), 'file', content_hash, decide_by, amount_ore FROM report WHERE id = '${id}'`;
    expect(await writers(copy, 'submitted')).toEqual(able);
  });

  test('is decided on in the own name, and gets no row that it did not come in with', async () => {
    const unsigned = (id: string) =>
      `INSERT INTO review_decision (id, report_id, decision, decided_at) VALUES ('${newId()}', '${id}', 'approve', now())`;
    expect(await writers(unsigned, 'submitted')).toEqual([]);
    const row = (id: string) =>
      `INSERT INTO report_row (report_id, activity, form, minutes) VALUES ('${id}', 'mapping', 'onSite', 60)`;
    expect(await writers(row, 'submitted')).toEqual([]);
    const finding = (id: string) =>
      `INSERT INTO check_finding (report_id, code, severity, facts) VALUES ('${id}', 'LATE', 'hold', '{}')`;
    expect(await writers(finding, 'submitted')).toEqual([]);
  });

  test('is sent in nobody else’s name', async () => {
    const copy = (
      id: string,
    ) => `INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
        submitted_on, submitted_at, submitted_by_person_id, source, content_hash, decide_by, amount_ore)
      SELECT '${newId()}', placement_id, participant_id, provider_id, office_id, '2026-03-01', 1, 'submitted', submitted_on, now(),
        '${newId()}', 'file', content_hash, decide_by, amount_ore FROM report WHERE id = '${id}'`;
    expect(await writers(copy, 'submitted')).toEqual([]);
  });
});
