import { KEPT_DAYS } from '#lib/domain/notification/notification.ts';
import type { JobContext } from '#lib/server/jobs/handlers.ts';

/**
 * Removes what is only of use for a while: the answers kept for repeated requests (30 days; nobody repeats one later), and
 * what was typed into a form that failed (one day), files that were uploaded and what systems were told (30 days), which hold personal
 * data. Notifications go after half a year. Rate limits that are full again say nothing, and a secret that nobody looked at is nobody's.
 * Who had a case open is of use for a minute.
 */
export async function cleanUp({ database }: JobContext): Promise<void> {
  await database.$executeRaw`DELETE FROM idempotency_key WHERE created_at < now() - interval '30 days'`;
  await database.$executeRaw`DELETE FROM form_attempt WHERE created_at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM upload WHERE received_at < now() - interval '30 days'`;
  await database.$executeRaw`DELETE FROM webhook_delivery WHERE occurred_at < now() - interval '30 days'`;
  await database.$executeRaw`DELETE FROM secret_reveal WHERE expires_at < now()`;
  await database.$executeRaw`DELETE FROM worker_heartbeat WHERE at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM attest_shown WHERE shown_at < now() - interval '2 days'`;
  await database.$executeRaw`DELETE FROM review_presence WHERE beat_at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM reminder_sent WHERE day < current_date - 60`;
  await database.$executeRaw`DELETE FROM notification WHERE created_at < now() - ${KEPT_DAYS} * interval '1 day'`;
  await database.$executeRaw`DELETE FROM export_chunk WHERE export_id IN (SELECT id FROM export WHERE requested_at < now() - interval '1 day')`;
  await database.$executeRaw`UPDATE export SET state = 'gone' WHERE state = 'ready' AND finished_at < now() - interval '1 day'`;
  await database.$executeRaw`DELETE FROM rate_limit WHERE full_at < now()`;
}
