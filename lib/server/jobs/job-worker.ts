import { PgBoss } from 'pg-boss';
import type { Database } from '#lib/server/db/client.ts';
import { handlers } from '#lib/server/jobs/handlers.ts';
import { jobsSchema, queueNames, schedule } from '#lib/server/jobs/queues.ts';

export type JobWorkerSettings = {
  /** Connects as the worker's role. */
  readonly url: string;
  readonly database: Database;
  readonly onError: (error: unknown) => void;
  /** How often each queue is looked at. */
  readonly pollEverySeconds?: number;
};

/** Takes jobs and does them until stopped; stopping lets the running ones end. The database may go away and come back. */
export async function startJobWorker(settings: JobWorkerSettings): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: settings.url,
    schema: jobsSchema,
    max: 5,
    migrate: false,
    // How soon a job is taken from a worker that was killed.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    // Rebuilding indexes is for their owner.
    reindex: false,
  });
  boss.on('error', settings.onError);
  await boss.start();
  for (const { queue, cron } of schedule) await boss.schedule(queue, cron, {}, { tz: 'Europe/Stockholm' });
  for (const queue of queueNames) {
    await boss.work(queue, { pollingIntervalSeconds: settings.pollEverySeconds ?? 1 }, async (jobs) => {
      for (const job of jobs) await handle(queue, job, settings);
    });
  }
  return { stop: () => boss.stop({ timeout: 15_000 }) };
}

async function handle(
  queue: keyof typeof handlers,
  job: { id: string; data: unknown },
  { database, onError }: JobWorkerSettings,
): Promise<void> {
  try {
    await handlers[queue](job.data, { jobId: job.id, database });
  } catch (error) {
    onError(error);
    // pg-boss keeps what is thrown with the job; the mail's text or an address may stand in it.
    throw new Error(`${queue} failed: ${error instanceof Error ? error.name : typeof error}`, {
      cause: error,
    });
  }
}
