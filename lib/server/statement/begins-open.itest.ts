import { expect, it } from 'vitest';
import type { JobActor } from '#lib/domain/actor/actor.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { closeRunSetup, newRun, openRunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';

const WORKER: JobActor = { kind: 'job', name: 'statement.run' };

it('a statement begins open, and the worker cannot begin it in any later state', async () => {
  const setup = await openRunSetup();
  const { provider } = await buildOffice(setup.owner);
  const runId = await newRun(setup.owner, '2026-03-24');
  const begin = async (status: string): Promise<number> =>
    await inTransaction(
      setup.worker,
      WORKER,
      async (tx) =>
        await tx.$executeRaw`
        INSERT INTO statement (id, run_id, provider_id, cut_off, status, proposed_at, content_hash)
        VALUES (${newId()}::uuid, ${runId}::uuid, ${provider.id}::uuid, '2026-03-24', ${status}::statement_status, now(), 'x')`,
    );
  await expect(begin('proposed')).rejects.toThrow('row-level security');
  await expect(begin('disputed')).rejects.toThrow('row-level security');
  expect(await begin('open')).toBe(1);
  await closeRunSetup(setup);
});
