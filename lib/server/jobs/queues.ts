import { z } from 'zod';

/**
 * Every kind of work that is done outside a request: what a job carries, and what happens when it fails.
 * A job is delivered at least once; its handler has to stand being called again with the same job.
 */
export const queues = {
  'mail.send': {
    data: z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().optional() }),
    // Two days of growing pauses: a mail server that is down over a weekend loses nothing.
    options: {
      retryLimit: 60,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 120,
      deleteAfterSeconds: 86_400,
    },
  },
  'statement.run': {
    data: z.object({ runId: z.string() }),
    options: {
      retryLimit: 5,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 604_800,
      heartbeatSeconds: 60,
    },
  },
  'audit.chain': {
    data: z.object({}),
    options: { retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3600 },
  },
  housekeeping: {
    data: z.object({}),
    options: { retryLimit: 2, retryDelay: 60, expireInSeconds: 900, deleteAfterSeconds: 86_400 },
  },
};

export type QueueName = keyof typeof queues;
export type JobData<Name extends QueueName> = z.infer<(typeof queues)[Name]['data']>;

export const queueNames: readonly QueueName[] = ['mail.send', 'statement.run', 'audit.chain', 'housekeeping'];

/** The schema of pg-boss's tables. */
export const jobsSchema = 'pgboss';
