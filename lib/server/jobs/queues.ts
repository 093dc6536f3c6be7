import { z } from 'zod';

/** A worker that is killed is silent for so long before its job is given to another. */
const heartbeatSeconds = 20;

/**
 * Every kind of work that is done outside a request: what a job carries, and what happens when it fails.
 * A job is delivered at least once; its handler has to stand being called again with the same job.
 */
export const queues = {
  'mail.send': {
    data: z.object({
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string().optional(),
      /** Tag of the language that it is written in. */
      language: z.string().optional(),
    }),
    // Two days of growing pauses: a mail server that is down over a weekend loses nothing.
    options: {
      retryLimit: 60,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 120,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // The secret of a link to an employer travels sealed; it is opened where the mail is written.
  'confirmation.mail': {
    data: z.object({ confirmationId: z.string(), sealed: z.string() }),
    options: {
      retryLimit: 60,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 120,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
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
      heartbeatSeconds,
    },
  },
  'statement.silence': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  'review.settle': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  'agreement.impact': {
    data: z.object({ previewId: z.string() }),
    options: {
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 604_800,
      heartbeatSeconds,
    },
  },
  // The largest month is checked, drawn and approved in minutes; broken off, it goes on where it was.
  'review.route': {
    data: z.object({}),
    options: {
      retryLimit: 10,
      retryDelay: 30,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 604_800,
      heartbeatSeconds,
    },
  },
  // A file of a month is read in seconds; one that is given up as too slow takes half a minute.
  'upload.read': {
    data: z.object({ uploadId: z.string() }),
    options: {
      retryLimit: 5,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: 600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // A large provider's whole history takes minutes.
  'export.make': {
    data: z.object({ exportId: z.string() }),
    options: {
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // Sends all that is due. How often each webhook is tried, and when, is its delivery's own.
  'webhook.deliver': {
    data: z.object({}),
    options: {
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 3600,
      heartbeatSeconds,
    },
  },
  'reminder.send': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 1800,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // Mails what is due by each person's choice; what is not yet is looked at again in a minute.
  'notification.mail': {
    data: z.object({}),
    options: {
      retryLimit: 0,
      expireInSeconds: 900,
      deleteAfterSeconds: 3600,
      heartbeatSeconds,
    },
  },
  // What is usual, worked out anew from a year of reports.
  'report.history': {
    data: z.object({}),
    options: {
      retryLimit: 3,
      retryDelay: 60,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // What a load has written is read by night; what is left over is taken the next.
  'document.check': {
    data: z.object({}),
    options: {
      retryLimit: 3,
      retryDelay: 60,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // How it has gone for the participants of every contract, counted anew.
  'rating.refresh': {
    data: z.object({}),
    options: {
      retryLimit: 3,
      retryDelay: 60,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // What outcomes ask of reviewers, worked out before the day begins; done again it finds nothing to do.
  'outcome.work': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // Who has not chosen in time gets the nearest with room; broken off, it goes on where it was.
  'choice.assign': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 3600,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  'choice.remind': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // What is kept about one person: a minute for the one with the most.
  'dataExtract.make': {
    data: z.object({ extractId: z.string() }),
    options: {
      retryLimit: 3,
      retryDelay: 5,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
  // What has had its time goes by night, in small batches; broken off, it goes on where it was.
  'retention.thin': {
    data: z.object({}),
    options: {
      retryLimit: 5,
      retryDelay: 60,
      expireInSeconds: 7200,
      deleteAfterSeconds: 86_400,
      heartbeatSeconds,
    },
  },
};

export type QueueName = keyof typeof queues;
export type JobData<Name extends QueueName> = z.infer<(typeof queues)[Name]['data']>;

export const queueNames: readonly QueueName[] = [
  'mail.send',
  'confirmation.mail',
  'statement.run',
  'statement.silence',
  'review.settle',
  'agreement.impact',
  'review.route',
  'upload.read',
  'export.make',
  'webhook.deliver',
  'reminder.send',
  'notification.mail',
  'report.history',
  'document.check',
  'rating.refresh',
  'outcome.work',
  'choice.assign',
  'choice.remind',
  'dataExtract.make',
  'retention.thin',
];

/** Work that comes back by the clock: which queue, when (cron, Swedish time). */
export const schedule: readonly { queue: QueueName; cron: string }[] = [
  { queue: 'retention.thin', cron: '17 3 * * *' },
  { queue: 'outcome.work', cron: '5 0,4 * * *' },
  { queue: 'report.history', cron: '40 2 * * *' },
  { queue: 'document.check', cron: '10 2 * * *' },
  { queue: 'rating.refresh', cron: '50 3 * * *' },
  // Early, so that whoever receives participants finds them in the morning; again for a worker that was away at night.
  { queue: 'choice.assign', cron: '20 1,5 * * *' },
  { queue: 'choice.remind', cron: '20 7,10 * * 1-5' },
  // What is to be tried again, and what a worker that was killed had taken.
  { queue: 'webhook.deliver', cron: '* * * * *' },
  { queue: 'notification.mail', cron: '* * * * *' },
  // Each time has the same effect: a worker that was away in the morning catches up the same day.
  { queue: 'statement.silence', cron: '5 6,10,14,18 * * *' },
  { queue: 'review.settle', cron: '15 5,9,13 * * *' },
  // Once is enough; a worker that was away at night catches up the same day.
  { queue: 'review.route', cron: '40 4,8,12 * * *' },
  { queue: 'reminder.send', cron: '10 7,9,11 * * 1-5' },
];

/** The schema of pg-boss's tables. */
export const jobsSchema = 'pgboss';
