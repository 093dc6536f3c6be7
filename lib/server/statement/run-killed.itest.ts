import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/db/client.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import { closeRunSetup, newRun, NOW, openRunSetup, run } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

/** What is stored of a run, without ids that differ from try to try. */
async function storedOf(owner: Database, runId: string): Promise<unknown> {
  return await owner.statement.findMany({
    where: { runId },
    orderBy: { providerId: 'asc' },
    select: {
      providerId: true,
      status: true,
      netOre: true,
      vatOre: true,
      balanceInOre: true,
      roundingOre: true,
      payableOre: true,
      balanceOutOre: true,
      contentHash: true,
      lines: {
        orderBy: [{ placementId: 'asc' }, { key: 'asc' }],
        select: {
          placementId: true,
          key: true,
          component: true,
          quantity: true,
          unitOre: true,
          amountOre: true,
          because: true,
        },
      },
      inputs: {
        orderBy: { placementId: 'asc' },
        select: { placementId: true, inputHash: true, notPayable: true },
      },
    },
  });
}

describe('a run that is killed', () => {
  it('and started again gives the same as one that was not, wherever it was killed', async () => {
    const setup = await openRunSetup();
    const { owner, worker } = setup;
    for (let provider = 0; provider < 4; provider += 1) {
      const office = await buildOffice(owner);
      for (const level of ['A', 'B', 'C'] as const) {
        const placement = await buildPlacement(owner, { office, level, from: '2026-01-02' });
        await buildStoredReport(owner, { placement, month: '2026-01' });
        if (level !== 'C') await buildStoredReport(owner, { placement, month: '2026-02' });
      }
    }
    const kills = fc.sample(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), {
      numRuns: 1,
      seed: 20_260_601,
    })[0] ?? [2];
    const runId = await newRun(owner, '2026-03-24');
    for (const at of [...kills, 2, 4]) {
      const killed = runStatements({
        database: worker,
        runId,
        now: () => NOW,
        batchSize: 2,
        onProvider: (done) => {
          if (done === at) throw new Error('killed');
        },
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await owner.statement.count({ where: { runId, status: 'proposed' } })).toBe(0);
      const stopped = await owner.statementRun.findUniqueOrThrow({ where: { id: runId } });
      expect(stopped).toMatchObject({ providersDone: at, failure: '{"code":"unexpected"}' });
    }
    expect(await runStatements({ database: worker, runId, now: () => NOW })).toEqual({
      kind: 'proposed',
      statements: 4,
    });
    const killed = await storedOf(owner, runId);
    expect(await runStatements({ database: worker, runId, now: () => NOW })).toEqual({
      kind: 'proposed',
      statements: 0,
    });
    expect(await storedOf(owner, runId)).toEqual(killed);
    // Undisturbed, over the same facts: the killed run's rows are taken away first, as only an owner can.
    for (const table of ['statement_line', 'statement_input', 'statement', 'statement_run']) {
      await owner.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await owner.$executeRawUnsafe(`DELETE FROM ${table}`);
      await owner.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    }
    const undisturbed = await run(setup, '2026-03-24', 500);
    expect(await storedOf(owner, undisturbed)).toEqual(killed);
    await closeRunSetup(setup);
  });

  it('two workers at the same run make each statement once', async () => {
    const setup = await openRunSetup();
    const { owner, worker } = setup;
    for (let provider = 0; provider < 3; provider += 1) {
      const placement = await buildPlacement(owner, {
        office: await buildOffice(owner),
        from: '2026-01-02',
      });
      await buildStoredReport(owner, { placement, month: '2026-01' });
    }
    const runId = await newRun(owner, '2026-02-24');
    const both = await Promise.all(
      [1, 2].map(async () => runStatements({ database: worker, runId, now: () => NOW })),
    );
    expect(both.map(({ kind }) => kind)).toEqual(['proposed', 'proposed']);
    expect(await owner.statement.count({ where: { runId } })).toBe(3);
    expect(await owner.statementLine.count()).toBe(3);
    await closeRunSetup(setup);
  });
});
