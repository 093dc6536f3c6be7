import { describe, expect, it } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import {
  cloneRunSetup,
  closeRunSetup,
  newRun,
  NOW,
  openRunSetup,
  run,
} from '#lib/server/statement/testing/run-setup.ts';
import { runWithKills } from '#lib/server/statement/testing/run-with-kills.ts';
import { storedRun } from '#lib/server/statement/testing/stored-run.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

const SEED = 20_260_601;

describe('a run that is killed', () => {
  it(`and started again gives the same as one that was not, wherever it was killed (seed ${SEED})`, async () => {
    const setup = await openRunSetup();
    for (let provider = 0; provider < 6; provider += 1) {
      const office = await buildOffice(setup.owner);
      await buildProviderActor(setup.owner, 'signatory', {
        provider: office.provider,
        person: await buildPerson(setup.owner, { email: `signatory-${provider}@example.se` }),
      });
      for (const level of ['A', 'B', 'C'] as const) {
        const placement = await buildPlacement(setup.owner, { office, level, from: '2026-01-02' });
        await buildStoredReport(setup.owner, { placement, month: '2026-01' });
        if (level !== 'C') await buildStoredReport(setup.owner, { placement, month: '2026-02' });
        if (level === 'A') await buildOutcome(setup.owner, { placement, from: '2026-02-02' });
      }
    }
    const [killed, undisturbed] = await cloneRunSetup(setup);
    const runId = await newRun(killed.owner, '2026-03-24');
    const kills = await runWithKills({
      run: { workerUrl: killed.test.workerUrl, runId, now: NOW.toISOString(), batchSize: 2 },
      providers: 6,
      kills: 6,
      pick: seeded(SEED),
    });
    expect(kills).toBeGreaterThan(0);
    const stored = await storedRun(killed.owner, runId);
    expect(stored).toEqual(await storedRun(undisturbed.owner, await run(undisturbed, '2026-03-24', 500)));
    // Once more changes nothing.
    expect(await runStatements({ database: killed.worker, runId, now: () => NOW })).toEqual({
      kind: 'proposed',
      statements: 0,
    });
    expect(await storedRun(killed.owner, runId)).toEqual(stored);
    await closeRunSetup(killed);
    await closeRunSetup(undisturbed);
  }, 60_000);

  it('stays open, with how far it came and that it failed, where a process gives up by itself', async () => {
    const setup = await openRunSetup();
    const { owner, worker } = setup;
    for (let provider = 0; provider < 3; provider += 1) {
      await buildPlacement(owner, { office: await buildOffice(owner), from: '2026-01-02' });
    }
    const runId = await newRun(owner, '2026-02-24');
    const failing = runStatements({
      database: worker,
      runId,
      now: () => NOW,
      lanes: 1,
      onProvider: (done) => {
        if (done === 2) throw new Error('the disk is full');
      },
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await owner.statement.count({ where: { runId, status: 'open' } })).toBe(2);
    expect(await owner.statementRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      providersDone: 2,
      failure: '{"code":"unexpected"}',
      finishedAt: null,
    });
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
    expect(await owner.statementRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      providersTotal: 3,
      providersDone: 3,
    });
    await closeRunSetup(setup);
  });
});
