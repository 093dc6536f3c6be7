import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { MailCounter } from '#bench/lib/crash/mail-counter.ts';
import { logFaults } from '#lib/server/backup/log-faults.ts';
import { withClient } from '#lib/server/db/with-client.ts';

/** A job of a worker that was killed is given to the next after 20 seconds of silence; one that failed is tried again after pauses that grow. */
const PATIENCE_MS = 180_000;
const LOOK_MS = 500;

async function untilNone(ownerUrl: string, count: (client: Client) => Promise<number>): Promise<number> {
  return await withClient(ownerUrl, async (client) => {
    const since = Date.now();
    for (;;) {
      const left = await count(client);
      if (left === 0 || Date.now() - since > PATIENCE_MS) return left;
      await pause(LOOK_MS);
    }
  });
}

/** Waits until every entry of the log is chained, and walks the chain; what is not chained by then is a fault. */
export async function wholeChain(ownerUrl: string, dataDir: string): ReturnType<typeof logFaults> {
  const unchained = await untilNone(ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      'SELECT count(*) AS n FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.entry_id = e.id)',
    );
    return Number(rows[0]?.n);
  });
  const found = await withClient(ownerUrl, (client) => logFaults(client, dataDir));
  return unchained === 0
    ? found
    : { ...found, faults: [...found.faults, `${unchained} entries were not chained`] };
}

/** Waits until the outbox is empty; then how many of the invited have not got their mail, or have got two different ones. */
export async function missingMails(
  ownerUrl: string,
  { mails }: MailCounter,
  invited: readonly string[],
): Promise<number> {
  await untilNone(ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM pgboss.job WHERE name = 'mail.send' AND state <> 'completed'`,
    );
    return Number(rows[0]?.n);
  });
  return invited.filter((address) => mails.get(address)?.size !== 1).length;
}
