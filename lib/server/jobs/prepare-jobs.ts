import { PgBoss } from 'pg-boss';
import { jobsSchema, queueNames, queues } from '#lib/server/jobs/queues.ts';
import { withClient } from '#lib/server/db/with-client.ts';

/** Makes pg-boss's tables and our queues as the owner, who alone may; doing it again changes nothing. */
export async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobsSchema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  // Without a listener an idle connection that breaks would end the process.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const name of queueNames) {
      const { options } = queues[name];
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
      else await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(ownerUrl, (client) => client.query(rights));
}

/**
 * The worker runs the queues. The app can do one thing only: add a job. It cannot read what waits (mail has addresses in
 * it) nor change or remove it, so the insertion is a function of the owner's. It fills a row as pg-boss's own
 * `send` does; a test compares the two. `wake_queue` is for triggers: a job that does all there is to do, unless one waits
 * already; it waits for nobody. That mail waits for long is said, not which.
 */
const rights = `
  GRANT USAGE ON SCHEMA ${jobsSchema} TO portal_app, portal_worker;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobsSchema} TO portal_worker;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${jobsSchema} TO portal_worker;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} TO portal_worker;

  CREATE OR REPLACE FUNCTION ${jobsSchema}.send_job(p_queue text, p_data jsonb, p_id uuid, p_start_after timestamptz)
  RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO ${jobsSchema}.job (
      id, name, data, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    SELECT
      coalesce(p_id, gen_random_uuid()), q.name, p_data, s.start_after,
      s.start_after + q.retention_seconds * interval '1s', q.expire_seconds, q.deletion_seconds, q.retry_limit,
      q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
    FROM ${jobsSchema}.queue q, (SELECT coalesce(p_start_after, now()) AS start_after) s
    WHERE q.name = p_queue
    ON CONFLICT DO NOTHING
    RETURNING id
  $$;
  CREATE OR REPLACE FUNCTION ${jobsSchema}.wake_queue(p_queue text)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT ${jobsSchema}.send_job(p_queue, '{}', NULL, NULL)
    WHERE NOT EXISTS (SELECT 1 FROM ${jobsSchema}.job j WHERE j.name = p_queue AND j.state = 'created' AND j.start_after <= now())
  $$;
  CREATE OR REPLACE FUNCTION ${jobsSchema}.mail_waits()
  RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT FROM ${jobsSchema}.job j WHERE j.name IN ('mail.send', 'confirmation.mail')
      AND j.state IN ('created', 'retry', 'active') AND j.created_on < now() - interval '5 minutes')
  $$;
  REVOKE ALL ON FUNCTION ${jobsSchema}.mail_waits() FROM public;
  GRANT EXECUTE ON FUNCTION ${jobsSchema}.mail_waits() TO portal_app;
  REVOKE ALL ON FUNCTION ${jobsSchema}.wake_queue(text) FROM public;
  REVOKE ALL ON FUNCTION ${jobsSchema}.send_job(text, jsonb, uuid, timestamptz) FROM public;
  GRANT EXECUTE ON FUNCTION ${jobsSchema}.send_job(text, jsonb, uuid, timestamptz) TO portal_app, portal_worker`;
