import type { Database } from '#lib/server/db/client.ts';
import { confirmationSeal } from '#lib/server/evidence/confirmation-command.ts';

/** The secret of the link that is on its way to an employer. */
export async function mailedSecret(owner: Database, confirmationId: string): Promise<string> {
  const [job] = await owner.$queryRaw<{ sealed: string }[]>`
    SELECT data ->> 'sealed' AS sealed FROM pgboss.job WHERE name = 'confirmation.mail' AND id = ${confirmationId}::uuid`;
  return confirmationSeal().open(confirmationId, Buffer.from(job?.sealed ?? '', 'base64'));
}
