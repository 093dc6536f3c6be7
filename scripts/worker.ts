import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Pool } from 'pg';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { keepChain } from '#lib/server/audit/keep-chain.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { env } from '#lib/server/env.ts';
import { keepBeating } from '#lib/server/jobs/heartbeat.ts';
import { startJobWorker } from '#lib/server/jobs/job-worker.ts';
import { log } from '#lib/server/log.ts';
import { messageOf, OperatorFault } from '#lib/server/operator-fault.ts';
import { onStop, runMain } from '#scripts/lib/run-main.ts';

const onError = (error: unknown): void => log().error({ err: error }, 'worker');

// Everything that happens outside of requests: jobs, the log's chain and checkpoints, the sign of life.
await runMain(async () => {
  // The owner's address may stand in .env; this process has no use for it.
  delete process.env['DATABASE_URL'];
  const { WORKER_DATABASE_URL: url, PORTAL_DATA_DIR: dataDir } = env();
  const database = openDatabase(url, 4);
  const pool = new Pool({ connectionString: url, max: 1 });
  // A connection that breaks while idle is replaced when it is next needed.
  pool.on('error', (error) => log().warn({ err: error }, 'database connection lost'));
  const stopping = new AbortController();

  const jobs = await startJobWorker({ url, database, onError }).catch((cause: unknown) => {
    throw new OperatorFault(`The worker cannot reach the database: ${messageOf(cause)}`, { cause });
  });
  const running = Promise.all([
    keepBeating(database, `${hostname()}:${randomUUID()}`, stopping.signal, onError),
    keepChain({
      folder: auditFolder(dataDir),
      signal: stopping.signal,
      onError,
      async withClient(work) {
        const client = await pool.connect();
        try {
          return await work({ query: (text, values) => client.query<Record<string, unknown>>(text, values) });
        } finally {
          client.release();
        }
      },
    }),
  ]);

  onStop(async () => {
    await jobs.stop();
    stopping.abort();
    await running;
    await Promise.all([database.$disconnect(), pool.end()]);
  });
  console.log('Worker ready');
});
