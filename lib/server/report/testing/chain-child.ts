import { Pool } from 'pg';
import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { keepChain } from '#lib/server/audit/keep-chain.ts';

// What a worker does for the log, in a process of its own, for whoever wants to kill it.

export type ToldChain = { readonly workerUrl: string; readonly dataDir: string };

process.once('message', (told) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by acknowledged-killed.itest.ts alone
  const { workerUrl, dataDir } = told as ToldChain;
  const pool = new Pool({ connectionString: workerUrl, max: 1 });
  pool.on('error', () => undefined);
  process.send?.('ready');
  void keepChain({
    folder: auditFolder(dataDir),
    signal: new AbortController().signal,
    onError: () => undefined,
    async withClient(work) {
      const client = await pool.connect();
      // It breaks with its server, and is not used again.
      client.on('error', () => undefined);
      try {
        return await work({ query: (text, values) => client.query<Record<string, unknown>>(text, values) });
      } finally {
        client.release();
      }
    },
  });
});
