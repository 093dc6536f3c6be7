import { createHmac } from 'node:crypto';
import { withClient } from '#lib/server/db/with-client.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';

/**
 * Identity numbers are looked up by a hash keyed with PORTAL_SECRET: with another secret nobody would be found, and the
 * roles' passwords would change under a portal that runs elsewhere. A fingerprint in the database tells in time.
 */
export async function assertSameSecret(ownerUrl: string, secret: string): Promise<void> {
  const fingerprint = createHmac('sha256', secret).update('portal-secret').digest('hex').slice(0, 16);
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO portal_setting (key, value) VALUES ('secretFingerprint', to_jsonb($1::text)) ON CONFLICT (key) DO NOTHING`,
      [fingerprint],
    );
    const { rows } = await client.query<{ value: string }>(
      `SELECT value #>> '{}' AS value FROM portal_setting WHERE key = 'secretFingerprint'`,
    );
    if (rows[0]?.value !== fingerprint) {
      throw new OperatorFault(
        'This database belongs to an installation with another PORTAL_SECRET. Set PORTAL_SECRET to that one (it is in start.json of its data folder).',
      );
    }
  });
}
