import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import {
  closeRunSetup,
  newRun,
  NOW,
  openRunSetup,
  run,
  type RunSetup,
} from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

type Line = {
  key: string;
  amountOre: bigint;
  quantity: number | null;
  unitOre: bigint | null;
  because: unknown;
};

async function linesOf(owner: Database, runId: string, placement: BuiltPlacement): Promise<readonly Line[]> {
  return await owner.statementLine.findMany({
    where: { statement: { runId }, placementId: placement.id },
    orderBy: { key: 'asc' },
    select: { key: true, amountOre: true, quantity: true, unitOre: true, because: true },
  });
}

describe('a statement run', () => {
  let setup: RunSetup;
  let office: BuiltOffice;
  beforeAll(async () => {
    setup = await openRunSetup();
    office = await buildOffice(setup.owner);
  });
  afterAll(async () => closeRunSetup(setup));

  it('pays base pay for closed months with an approved report, with VAT and the reason for each line', async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
    await buildStoredReport(setup.owner, { placement, month: '2026-01' });
    const runId = await run(setup, '2026-02-10');
    const lines = await linesOf(setup.owner, runId, placement);
    // 2–30 January 2026: Fri 2, then four whole weeks Mon–Fri = 1 + 20 = 21 working days × 65 kr (level B) = 1 365 kr.
    expect(lines).toMatchObject([
      { key: 'base:2026-01:2020-01-01', quantity: 21, unitOre: 6500n, amountOre: 136_500n },
    ]);
    const [statement] = await setup.owner.statement.findMany({ where: { runId } });
    // 1 365.00 + 25 % 341.25 = 1 706.25: 1 706 kr is paid, −25 öre rounding.
    expect(statement).toMatchObject({
      status: 'proposed',
      proposedAt: NOW,
      netOre: 136_500n,
      vatOre: 34_125n,
      balanceInOre: 0n,
      roundingOre: -25n,
      payableOre: 170_600n,
      balanceOutOre: 0n,
    });
  });

  it('posts nothing again at the next cut-off, and takes back what lost its approval', async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'A', from: '2026-01-02' });
    const reportId = await buildStoredReport(setup.owner, { placement, month: '2026-01' });
    const first = await run(setup, '2026-02-11');
    // 21 × 55 kr = 1 155 kr.
    expect(await linesOf(setup.owner, first, placement)).toMatchObject([{ amountOre: 115_500n }]);
    const second = await run(setup, '2026-02-12');
    expect(await linesOf(setup.owner, second, placement)).toEqual([]);
    await setup.owner.report.update({ where: { id: reportId }, data: { status: 'inReview' } });
    await setup.owner.report.update({ where: { id: reportId }, data: { status: 'rejected' } });
    const third = await run(setup, '2026-02-13');
    const taken = await linesOf(setup.owner, third, placement);
    expect(taken).toMatchObject([{ amountOre: -115_500n, quantity: null, unitOre: null }]);
    expect(taken[0]?.because).toMatchObject([
      { rule: 'correction.notPayable', facts: { reason: 'reportNotApproved' } },
      { rule: 'correction.difference', facts: { earnedOre: 0, postedOre: 115_500, amountOre: -115_500 } },
    ]);
    // −1 155.00 − 25 % 288.75 = −1 443.75 kr cannot be paid out: it is carried to the next.
    const statement = await setup.owner.statement.findFirstOrThrow({ where: { runId: third } });
    expect(statement).toMatchObject({ payableOre: 0n, balanceOutOre: -144_375n });
    const fourth = await run(setup, '2026-02-14');
    expect(await setup.owner.statement.findFirstOrThrow({ where: { runId: fourth } })).toMatchObject({
      netOre: 0n,
      balanceInOre: -144_375n,
      balanceOutOre: -144_375n,
    });
  });

  it('keeps what is not payable with its reason', async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'C', from: '2026-01-02' });
    const runId = await run(setup, '2026-02-15');
    const input = await setup.owner.statementInput.findFirstOrThrow({
      where: { statement: { runId }, placementId: placement.id },
    });
    // 21 × 75 kr.
    expect(input.notPayable).toEqual([
      { key: 'base:2026-01', component: 'basePay', reason: 'reportMissing', amountOre: 157_500 },
    ]);
  });

  it('a correction submitted after the cut-off does not exist yet: the approved report it supersedes still counts', async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
    const original = await buildStoredReport(setup.owner, {
      placement,
      month: '2026-01',
      submittedOn: '2026-02-05',
    });
    await setup.owner.reviewDecision.create({
      data: { id: newId(), reportId: original, decision: 'approve', decidedAt: NOW },
    });
    await setup.owner.report.update({ where: { id: original }, data: { status: 'superseded' } });
    await buildStoredReport(setup.owner, {
      placement,
      month: '2026-01',
      number: 2,
      supersedesId: original,
      status: 'submitted',
      submittedOn: '2026-02-18',
    });
    const before = await run(setup, '2026-02-16');
    expect(await linesOf(setup.owner, before, placement)).toMatchObject([{ amountOre: 136_500n }]);
    const after = await run(setup, '2026-02-20');
    expect(await linesOf(setup.owner, after, placement)).toMatchObject([{ amountOre: -136_500n }]);
  });

  it('takes back what was posted for a placement that was cancelled', async () => {
    const placement = await buildPlacement(setup.owner, { office, level: 'B', from: '2026-01-02' });
    await buildStoredReport(setup.owner, { placement, month: '2026-01' });
    await run(setup, '2026-02-21');
    await setup.owner.placement.update({ where: { id: placement.id }, data: { cancelledAt: NOW } });
    const after = await run(setup, '2026-02-22');
    expect(await linesOf(setup.owner, after, placement)).toMatchObject([{ amountOre: -136_500n }]);
  });

  it('gives no statement to a provider with nothing to say', async () => {
    const { owner } = setup;
    const quiet = await buildOffice(owner);
    await buildPlacement(owner, { office: quiet, from: '2026-02-20' });
    const runId = await run(setup, '2026-02-23');
    expect(await owner.statement.count({ where: { runId, providerId: quiet.provider.id } })).toBe(0);
    expect(await owner.statementRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      providersTotal: 2,
      providersDone: 2,
    });
  });

  it('a sum that does not hold stops the run, with nothing of that provider stored', async () => {
    const { owner, worker } = setup;
    const placement = await buildPlacement(owner, { office, level: 'B', from: '2026-01-02' });
    await buildStoredReport(owner, { placement, month: '2026-01' });
    // Something adds an öre to every line on its way into the table.
    await owner.$executeRawUnsafe(
      `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.amount_ore := NEW.amount_ore + 1; RETURN NEW; END'`,
    );
    await owner.$executeRawUnsafe(
      'CREATE TRIGGER spoil BEFORE INSERT ON statement_line FOR EACH ROW EXECUTE FUNCTION spoil()',
    );
    const runId = await newRun(owner, '2026-02-24');
    const outcome = await runStatements({ database: worker, runId, now: () => NOW });
    const failure = {
      code: 'brokenSum',
      providerId: office.provider.id,
      placementId: placement.id,
      key: 'base:2026-01:2020-01-01',
      earnedOre: 136_500,
      postedOre: 136_501,
    };
    expect(outcome).toEqual({ kind: 'stopped', failure });
    const stopped = await owner.statementRun.findUniqueOrThrow({ where: { id: runId } });
    expect(JSON.parse(stopped.failure ?? '')).toEqual(failure);
    expect(stopped.finishedAt).toBeNull();
    expect(await owner.statement.count({ where: { runId, providerId: office.provider.id } })).toBe(0);
    await owner.$executeRawUnsafe('DROP TRIGGER spoil ON statement_line');
    expect(await runStatements({ database: worker, runId, now: () => NOW })).toMatchObject({
      kind: 'proposed',
    });
    expect(await linesOf(owner, runId, placement)).toMatchObject([{ amountOre: 136_500n }]);
    expect((await owner.statementRun.findUniqueOrThrow({ where: { id: runId } })).failure).toBeNull();
  });
});
