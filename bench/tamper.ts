import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { makeLog, tryTamperings, verifyLog } from '#lib/server/audit/testing/try-tamperings.ts';
import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { prepareDatabase } from '#lib/server/db/prepare-database.ts';
import { withClient } from '#lib/server/db/with-client.ts';

/**
 * A superuser tampers with the log a thousand times – edits, deletions, insertions, reorderings, re-hashings, cuts, checkpoints –
 * between one checkpoint and the next, each in a transaction that is verified and rolled back. All must be found, and the first
 * place named must be the right one. `--quick` takes a hundred.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, quick: { type: 'boolean', default: false } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed must be a whole number: ${values.seed}`);
const times = values.quick ? 100 : 1_000;

console.log(`tamper: seed ${seed}, ${times} times`);
const start = performance.now();
const server = await startTemporaryPostgres();
const dataDir = await mkdtemp(path.join(tmpdir(), 'bench-tamper-'));
try {
  await prepareDatabase(server.ownerUrl, 'a secret that only this benchmark knows');
  const superuser = new URL(server.adminUrl);
  superuser.pathname = new URL(server.ownerUrl).pathname;
  await withClient(superuser.href, async (client) => {
    const log = await makeLog(client, auditFolder(dataDir), { stretches: 10, each: 60 });
    const untouched = await verifyLog(log);
    const tried = await tryTamperings(log, times, seeded(seed));
    const missed = tried.filter(({ found }) => !found);
    const misplaced = tried.filter(({ found, placed }) => found && !placed);
    for (const { kind, said } of [...missed, ...misplaced].slice(0, 20)) console.error(`${kind}: ${said}`);
    const kinds = Object.fromEntries(
      Object.entries(Object.groupBy(tried, ({ kind }) => kind)).map(([kind, all = []]) => [
        kind,
        `${all.filter(({ found }) => found).length}/${all.length}`,
      ]),
    );
    for (const [kind, found] of Object.entries(kinds)) console.log(`${found} found: ${kind}`);
    const falseAlarms = untouched.faultCount + (await verifyLog(log)).faultCount;
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    const measured = { tried: tried.length, missed: missed.length, misplaced: misplaced.length, falseAlarms };
    console.log(JSON.stringify({ name: 'tamper', ...measured, seconds, seed }));
    if (missed.length + misplaced.length + falseAlarms > 0) process.exitCode = 1;
  });
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true });
}
