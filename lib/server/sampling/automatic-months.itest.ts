import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { readAutomaticMonths } from '#lib/server/sampling/automatic-months.ts';
import { type BuiltPlacement, buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';

let world: World;
let reviewer: AuthorityActor;
let placement: BuiltPlacement;
/** Each test has a month of its own. */
let month = monthOf('2026-01');
beforeAll(async () => {
  world = await buildWorld();
  reviewer = await buildAuthorityActor(world.owner, 'reviewer');
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office, from: '2026-01-02' });
});

type Version = { readonly by: 'rules' | 'person' | null; readonly source?: 'import' };

/** Versions of the month's report, each with who decided on it; null where nobody did. */
async function versions(...given: readonly Version[]): Promise<void> {
  let before: { readonly supersedesId?: string } = {};
  for (const [index, { by, source = 'form' }] of given.entries()) {
    const status = index === given.length - 1 ? 'approved' : 'superseded';
    const number = index + 1;
    const version = { placement, month, number, status, source, ...before } as const;
    const reportId = await buildStoredReport(world.owner, version);
    before = { supersedesId: reportId };
    if (by === null) continue;
    const decidedByPersonId = by === 'person' ? reviewer.personId : null;
    const decidedAt = new Date(Date.UTC(2026, 2, number, 11));
    const decision = { reportId, decision: 'approve', by, decidedByPersonId, decidedAt };
    await world.owner.reviewDecision.create({ data: { id: newId(), ...decision } });
  }
}

async function counted() {
  const months = await inTransaction(world.app, reviewer, (tx) =>
    readAutomaticMonths(tx, monthOf('2026-05')),
  );
  const found = months.find((one) => one.month === month);
  return found === undefined ? null : [found.decided, found.automatic];
}

test('a month counts by its first decision, also where an earlier version was corrected before it had one', async () => {
  await versions({ by: null }, { by: 'rules' });
  expect(await counted()).toEqual([1, 1]);
});

test('a later version changes nothing: what the rules decided first, they decided', async () => {
  month = monthOf('2026-02');
  await versions({ by: 'rules' }, { by: 'person' });
  expect(await counted()).toEqual([1, 1]);
});

test('history that came in decided counts for nothing, nor what corrects it', async () => {
  month = monthOf('2026-03');
  await versions({ by: null, source: 'import' }, { by: 'person' });
  expect(await counted()).toBeNull();
});
