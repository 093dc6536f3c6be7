import { z } from 'zod';
import {
  REPORT_EVENTS,
  STATEMENT_EVENTS,
  TEST_EVENT,
  WEBHOOK_API_VERSION,
  WEBHOOK_EVENTS,
} from '#lib/domain/webhook/webhook-event.ts';
import { oldSecret } from '#lib/schemas/api-client.ts';

const base = {
  /** The same each time this event is delivered: an event that is known already is left aside. */
  id: z.uuid(),
  apiVersion: z.literal(WEBHOOK_API_VERSION),
  /** When it happened, not when it is delivered. */
  occurredAt: z.iso.datetime({ offset: true }),
};
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Grows with every change of the same report or statement. Of two events the higher one is the later. */
const sequence = z.int().min(1);

export const reportStatus = z.enum([
  'submitted',
  'inReview',
  'approved',
  'returned',
  'rejected',
  'superseded',
  'withdrawn',
]);

export const reportEventPayload = z.object({
  ...base,
  type: z.enum(REPORT_EVENTS),
  sequence,
  data: z.object({
    reportId: z.uuid(),
    implementationReference: z.string().regex(/^\d{9}$/),
    month,
    /** Of the month's versions, from 1. */
    number: z.int().min(1),
    status: reportStatus,
    /** Null for a report that has just come in. */
    previousStatus: reportStatus.nullable(),
    /** The returned report that this one takes the place of. */
    supersedesReportId: z.uuid().nullable(),
  }),
});

export const statementStatus = z.enum(['open', 'proposed', 'disputed', 'accepted', 'authorised', 'paid']);

export const statementEventPayload = z.object({
  ...base,
  type: z.enum(STATEMENT_EVENTS),
  sequence,
  data: z.object({
    statementId: z.uuid(),
    /** The month that the statement's cut-off day lies in. */
    month,
    status: statementStatus,
    previousStatus: statementStatus,
  }),
});

export const testEventPayload = z.object({
  ...base,
  type: z.literal(TEST_EVENT),
  sequence,
  data: z.object({}),
});

/** The body of every webhook. No names, no identity numbers, nothing of participants with protected identity. */
export const webhookPayload = z.discriminatedUnion('type', [
  reportEventPayload,
  statementEventPayload,
  testEventPayload,
]);
export type WebhookPayload = z.infer<typeof webhookPayload>;

/** Headers of every webhook. */
export const WEBHOOK_HEADERS = {
  /** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`; one more `v1` while a secret is being changed. */
  signature: 'webhook-signature',
  /** The payload's `id`. */
  id: 'webhook-id',
} as const;

const LONGEST_URL = 500;
const version = z.int().min(1);

const target = {
  url: z
    .string()
    .trim()
    .min(1, 'Skriv adressen dit vi ska skicka.')
    .max(LONGEST_URL, `Skriv högst ${LONGEST_URL} tecken.`),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1, 'Välj minst en händelse.')
    .max(WEBHOOK_EVENTS.length)
    .transform((given) => WEBHOOK_EVENTS.filter((event) => given.includes(event))),
};

export const createWebhookInput = z.object(target);
export type CreateWebhookInput = z.infer<typeof createWebhookInput>;

export const changeWebhookInput = z.object({ endpointId: z.uuid(), version, ...target });
export type ChangeWebhookInput = z.infer<typeof changeWebhookInput>;

export const rotateWebhookInput = z.object({ endpointId: z.uuid(), version, old: oldSecret });
export type RotateWebhookInput = z.infer<typeof rotateWebhookInput>;

export const webhookVersionInput = z.object({ endpointId: z.uuid(), version });
export type WebhookVersionInput = z.infer<typeof webhookVersionInput>;

export const removeWebhookInput = z.object({
  endpointId: z.uuid(),
  version,
  sure: z.boolean().refine((isTicked) => isTicked, {
    error: 'Kryssa i rutan om mottagaren ska tas bort.',
    params: { code: 'notTicked' },
  }),
});
export type RemoveWebhookInput = z.infer<typeof removeWebhookInput>;

export const testWebhookInput = z.object({ endpointId: z.uuid() });
export type TestWebhookInput = z.infer<typeof testWebhookInput>;

export const sendAgainInput = z.object({ endpointId: z.uuid(), deliveryId: z.uuid() });
export type SendAgainInput = z.infer<typeof sendAgainInput>;

export const endpointIdInput = z.object({ endpointId: z.uuid() });

/** The query of an endpoint's page: `sent` is the delivery whose answer is waited for. */
export const webhookPageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  sent: z.uuid().nullable().catch(null),
  done: z.enum(['changed', 'paused', 'resumed']).nullable().catch(null),
});
export type WebhookPageQuery = z.infer<typeof webhookPageQuery>;
