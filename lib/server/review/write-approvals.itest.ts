import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { onDay, postedByRun } from '#lib/server/effect/testing/posted-by-run.ts';
import { execute } from '#lib/server/command/execute.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { writeApprovals } from '#lib/server/review/write-approvals.ts';
import { closeRunSetup, openRunSetup, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { type BuiltOffice, buildOffice } from '#lib/server/testing/builders/office.ts';
import { type BuiltPlacement, buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const DAY = plainDate('2026-03-10');
let setup: RunSetup;
let database: Database;
let office: BuiltOffice;
let reviewer: AuthorityActor;

beforeAll(async () => {
  setup = await openRunSetup();
  database = openDatabase(setup.test.appUrl, 4);
  office = await buildOffice(setup.owner, { provider: await buildProvider(setup.owner) });
  reviewer = await buildAuthorityActor(setup.owner, 'reviewer');
});
afterAll(async () => {
  await database.$disconnect();
  await closeRunSetup(setup);
});

type Sent = { readonly id: string; readonly placementId: string; readonly month: ReturnType<typeof monthOf> };

/** January and February of a placement, waiting. */
async function sentMonths(): Promise<{ readonly placement: BuiltPlacement; readonly sent: readonly Sent[] }> {
  const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
  const sent: Sent[] = [];
  for (const month of ['2026-01', '2026-02']) {
    const id = await buildStoredReport(setup.owner, { placement, month, status: 'submitted' });
    sent.push({ id, placementId: placement.id, month: monthOf(month) });
  }
  return { placement, sent };
}

test('approved together, each month of a placement has the kronor that it adds, and the next run posts just that', async () => {
  const { placement, sent } = await sentMonths();
  const reports = sent.map(({ id }) => ({ reportId: id, version: 1 }));
  const done = await execute(approveReports, { reports }, onDay(database, reviewer, DAY));
  expect(done).toMatchObject({ ok: true, value: { approved: 2 } });
  const [january, february] = await setup.owner.reviewDecision.findMany({
    where: { reportId: { in: sent.map(({ id }) => id) } },
    orderBy: { report: { month: 'asc' } },
  });
  // 2–30 January 2026 has 21 working days × 65 kr = 1 365 kr; February 20 × 65 kr.
  expect([january, february]).toMatchObject([
    { effectOre: 136_500n, nextOre: 136_500n, by: 'person', decidedByPersonId: reviewer.personId },
    { effectOre: 130_000n, nextOre: 266_500n },
  ]);
  expect((await postedByRun(setup, DAY)).get(placement.id)).toBe(266_500);
});

test('many are written by as many statements as a few', async () => {
  const statementsFor = async (placements: number): Promise<number> => {
    const sent = (await Promise.all(Array.from({ length: placements }, sentMonths))).flatMap(
      (one) => one.sent,
    );
    let statements = 0;
    await inTransaction(database, reviewer, async (tx) => {
      const counting = new Proxy<Tx>(tx, {
        get(target, key): unknown {
          statements += 1;
          return Reflect.get(target, key);
        },
      });
      const by = {
        by: 'person',
        personId: reviewer.personId,
        now: new Date(`${DAY}T11:00:00Z`),
        today: DAY,
      } as const;
      await writeApprovals(counting, sent, by);
    });
    return statements;
  };
  expect(await statementsFor(10)).toBe(await statementsFor(1));
});
