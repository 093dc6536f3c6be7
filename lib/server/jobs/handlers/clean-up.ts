import type { JobContext } from '#lib/server/jobs/handlers.ts';

/**
 * Removes what is only of use for a while: the answers kept for repeated requests (30 days; nobody repeats one later), and
 * what was typed into a form that failed (one day) and files that were uploaded (30 days), which hold personal data. Rate limits that are full again say nothing.
 */
export async function cleanUp({ database }: JobContext): Promise<void> {
  await database.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - interval '30 days'`;
  await database.$executeRaw`DELETE FROM form_attempt WHERE created_at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM upload WHERE received_at < now() - interval '30 days'`;
  await database.$executeRaw`DELETE FROM worker_heartbeat WHERE at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM rate_limit WHERE full_at < now()`;
}
