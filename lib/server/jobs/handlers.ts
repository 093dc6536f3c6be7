import { now } from '#lib/server/clock.ts';
import { type Database, database as appDatabase } from '#lib/server/db/client.ts';
import { assignByProximity } from '#lib/server/choice/assign/assign-by-proximity.ts';
import { remindToChoose } from '#lib/server/choice/assign/remind-to-choose.ts';
import { checkUnchecked } from '#lib/server/document/check-unchecked.ts';
import { makeExport } from '#lib/server/export/make-export.ts';
import { sendReminders } from '#lib/server/digest/send-reminders.ts';
import { env } from '#lib/server/env.ts';
import { sendConfirmationMail } from '#lib/server/evidence/send-confirmation-mail.ts';
import { previewAgreementImpact } from '#lib/server/jobs/handlers/preview-agreement-impact.ts';
import { runStatement } from '#lib/server/jobs/handlers/run-statement.ts';
import { sendMail } from '#lib/server/jobs/handlers/send-mail.ts';
import { type QueueName, queues } from '#lib/server/jobs/queues.ts';
import { settleByTime } from '#lib/server/review/settle-by-time.ts';
import { workOutcomes } from '#lib/server/outcome/work-outcomes.ts';
import { mailNotifications } from '#lib/server/notification/mail-notifications.ts';
import { routeReports } from '#lib/server/sampling/route-reports.ts';
import { readUpload } from '#lib/server/upload/read-upload.ts';
import { refreshRatings } from '#lib/server/rating/refresh-ratings.ts';
import { refreshHistories } from '#lib/server/report/refresh-history.ts';
import { acceptBySilence } from '#lib/server/statement/answer/accept-by-silence.ts';
import { deliverWebhooks } from '#lib/server/webhook/deliver-webhooks.ts';
import { posting } from '#lib/server/webhook/post-webhook.ts';
import { makeDataExtract } from '#lib/server/data-extract/make-data-extract.ts';
import { thin } from '#lib/server/retention/thin.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export type JobContext = {
  /** The same for every try of one job. */
  readonly jobId: string;
  /** As the worker's role. */
  readonly database: Database;
};

/** What is done with a job of each queue; one that fails throws, and is tried again as its queue says. */
export const handlers: Readonly<Record<QueueName, (data: unknown, context: JobContext) => Promise<void>>> = {
  'mail.send': (data, context) => sendMail(queues['mail.send'].data.parse(data), context),
  'confirmation.mail': (data, context) =>
    sendConfirmationMail(queues['confirmation.mail'].data.parse(data), context),
  'statement.run': (data, context) => runStatement(queues['statement.run'].data.parse(data), context),
  'statement.silence': async (_data, { database }) => {
    await acceptBySilence(database, now());
  },
  'review.settle': async (_data, { database }) => {
    await settleByTime(database, now());
  },
  'agreement.impact': (data, context) =>
    previewAgreementImpact(queues['agreement.impact'].data.parse(data), context),
  'review.route': async (_data, { database }) => {
    await routeReports({ database, now: now(), portalSecret: env().PORTAL_SECRET });
  },
  // What it takes in it takes in as the app and as the person who uploaded it.
  'upload.read': async (data, { database }) => {
    const { uploadId } = queues['upload.read'].data.parse(data);
    await readUpload(uploadId, { worker: database, app: appDatabase(), now });
  },
  // What it reads it reads as the app and as the person who asked for it.
  'export.make': async (data, { database }) => {
    const { exportId } = queues['export.make'].data.parse(data);
    await makeExport(exportId, { worker: database, app: appDatabase(), now });
  },
  'webhook.deliver': async (_data, { database }) => {
    const allowLoopback = env().WEBHOOK_ALLOW_LOOPBACK === '1';
    await deliverWebhooks({
      database,
      now,
      chance: Math.random,
      portalSecret: env().PORTAL_SECRET,
      posting: { ...posting, allowLoopback },
    });
  },
  // What is left it asks as the app and as the person who is reminded.
  'reminder.send': async (_data, { database }) => {
    await sendReminders({ worker: database, app: appDatabase(), now: now(), portalUrl: env().PORTAL_URL });
  },
  'notification.mail': async (_data, { database }) => {
    await mailNotifications({ database, now: now(), portalUrl: env().PORTAL_URL });
  },
  'report.history': async (_data, { database }) => {
    await refreshHistories(database, plainDateFromDate(now()));
  },
  'document.check': async (_data, { database }) => {
    await checkUnchecked(database, now());
  },
  'rating.refresh': async (_data, { database }) => {
    await refreshRatings(database, plainDateFromDate(now()));
  },
  'outcome.work': async (_data, { database }) => {
    await workOutcomes(database, now());
  },
  'choice.assign': async (_data, { database }) => {
    await assignByProximity(database, now());
  },
  'choice.remind': async (_data, { database }) => {
    await remindToChoose(database, now());
  },
  'dataExtract.make': async (data, { database }) => {
    const { extractId } = queues['dataExtract.make'].data.parse(data);
    await makeDataExtract(extractId, { worker: database, now, portalSecret: env().PORTAL_SECRET });
  },
  'retention.thin': (_data, { database }) => thin(database),
};
