import { z } from 'zod';
import {
  REPORT_EVENTS,
  STATEMENT_EVENTS,
  TEST_EVENT,
  WEBHOOK_API_VERSION,
} from '#lib/domain/webhook/webhook-event.ts';

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
