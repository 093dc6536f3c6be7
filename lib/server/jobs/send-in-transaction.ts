import { jobsSchema, type JobData, type QueueName, queues } from '#lib/server/jobs/queues.ts';

/** What is needed of Prisma's interactive transaction. */
export type JobTransaction = { $queryRawUnsafe(query: string, ...values: unknown[]): PromiseLike<unknown> };

export type SendOptions = {
  /** The job's own id. A second job with the same id in the same queue is not added: one effect for one cause. */
  id?: string;
  /** Not before this instant. */
  startAfter?: Date;
};

/** Adds a job that exists if, and only if, the transaction commits. */
export async function sendInTransaction<Name extends QueueName>(
  tx: JobTransaction,
  queue: Name,
  data: JobData<Name>,
  options: SendOptions = {},
): Promise<void> {
  const payload = JSON.stringify(queues[queue].data.parse(data));
  await tx.$queryRawUnsafe(
    `SELECT ${jobsSchema}.send_job($1, $2::jsonb, $3::uuid, $4::timestamptz)::text`,
    queue,
    payload,
    options.id ?? null,
    options.startAfter?.toISOString() ?? null,
  );
}

/** Adds a job for each of the data, in their order, with one call; they exist if, and only if, the transaction commits. */
export async function sendAllInTransaction<Name extends QueueName>(
  tx: JobTransaction,
  queue: Name,
  all: readonly JobData<Name>[],
): Promise<void> {
  if (all.length === 0) return;
  const payloads = JSON.stringify(all.map((data) => queues[queue].data.parse(data)));
  await tx.$queryRawUnsafe(
    `SELECT count(${jobsSchema}.send_job($1, data, NULL, NULL))::int FROM jsonb_array_elements($2::jsonb) data`,
    queue,
    payloads,
  );
}
