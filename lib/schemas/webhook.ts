import { z } from 'zod';
import {
  REPORT_EVENTS,
  STATEMENT_EVENTS,
  TEST_EVENT,
  WEBHOOK_API_VERSION,
} from '#lib/domain/webhook/webhook-event.ts';

const base = {
  /** The same each time this event is delivered: an event that is known already is left aside. */
  id: z.uuid().describe('eventId'),
  apiVersion: z.literal(WEBHOOK_API_VERSION).describe('eventApiVersion'),
  /** When it happened, not when it is delivered. */
  occurredAt: z.iso.datetime({ offset: true }).describe('occurredAt'),
};
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Grows with every change of the same report or statement. Of two events the higher one is the later. */
const sequence = z.int().min(1).describe('sequence');

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
  type: z.enum(REPORT_EVENTS).describe('eventType'),
  sequence,
  data: z
    .object({
      reportId: z.uuid().describe('reportId'),
      implementationReference: z
        .string()
        .regex(/^\d{9}$/)
        .describe('implementationReference'),
      month: month.describe('month'),
      /** Of the month's versions, from 1. */
      number: z.int().min(1).describe('number'),
      status: reportStatus.describe('status'),
      /** Null for a report that has just come in. */
      previousStatus: reportStatus.nullable().describe('previousReportStatus'),
      /** The returned report that this one takes the place of. */
      supersedesReportId: z.uuid().nullable().describe('supersedesReportId'),
    })
    .describe('eventData'),
});

export const statementStatus = z.enum(['open', 'proposed', 'disputed', 'accepted', 'authorised', 'paid']);

export const statementEventPayload = z.object({
  ...base,
  type: z.enum(STATEMENT_EVENTS).describe('eventType'),
  sequence,
  data: z
    .object({
      statementId: z.uuid().describe('statementId'),
      /** The month that the statement's cut-off day lies in. */
      month: month.describe('statementMonth'),
      status: statementStatus.describe('statementStatus'),
      previousStatus: statementStatus.describe('previousStatementStatus'),
    })
    .describe('eventData'),
});

export const testEventPayload = z.object({
  ...base,
  type: z.literal(TEST_EVENT).describe('eventType'),
  sequence,
  data: z.object({}).describe('testData'),
});

const when = { apiVersion: WEBHOOK_API_VERSION, occurredAt: '2026-04-14T08:12:41.207Z' } as const;

/** One event of each kind, as a receiver gets it. */
export const EVENT_EXAMPLES = {
  report: {
    id: '019a2c5e-7c00-4000-8000-000000000011',
    type: 'report.approved',
    ...when,
    sequence: 3,
    data: {
      reportId: '019a2c5e-7c00-7000-8000-000000000001',
      implementationReference: '100000001',
      month: '2026-03',
      number: 1,
      status: 'approved',
      previousStatus: 'inReview',
      supersedesReportId: null,
    },
  } satisfies z.input<typeof reportEventPayload>,
  statement: {
    id: '019a2c5e-7c00-4000-8000-000000000012',
    type: 'statement.proposed',
    ...when,
    sequence: 1,
    data: {
      statementId: '019a2c5e-7c00-7000-8000-000000000004',
      month: '2026-04',
      status: 'proposed',
      previousStatus: 'open',
    },
  } satisfies z.input<typeof statementEventPayload>,
  test: {
    id: '019a2c5e-7c00-4000-8000-000000000013',
    type: TEST_EVENT,
    ...when,
    sequence: 1,
    data: {},
  } satisfies z.input<typeof testEventPayload>,
} as const;

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
