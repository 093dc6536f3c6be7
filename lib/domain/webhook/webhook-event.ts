/** What a provider's system can be told about a report (service description section 5; trust model section 5). */
export const REPORT_EVENTS = [
  'report.submitted',
  'report.inReview',
  'report.approved',
  'report.returned',
  'report.rejected',
  'report.reopened',
  'report.withdrawn',
] as const;

/** What it can be told about a statement. */
export const STATEMENT_EVENTS = [
  'statement.proposed',
  'statement.disputed',
  'statement.accepted',
  'statement.authorised',
  'statement.paid',
] as const;

export const WEBHOOK_EVENTS = [...REPORT_EVENTS, ...STATEMENT_EVENTS] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent when somebody asks for it, to every endpoint, whatever it has chosen. */
export const TEST_EVENT = 'webhook.test';

/** The version of the payloads, the same as of the API that they belong to. */
export const WEBHOOK_API_VERSION = 'v1';
