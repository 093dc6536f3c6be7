import { REPORT_EVENTS, STATEMENT_EVENTS, TEST_EVENT } from '#lib/domain/webhook/webhook-event.ts';
import { EVENT_EXAMPLES, WEBHOOK_HEADERS } from '#lib/schemas/webhook.ts';
import type { ApiWords } from '#lib/server/api/api-words.ts';
import { type JsonSchema, refTo } from '#lib/server/api/json-schemas.ts';

/** What the portal sends to a provider's own addresses. */
export function webhooksOf(words: ApiWords): Readonly<Record<string, JsonSchema>> {
  const { report, statement, test } = words.document.webhooks;
  return {
    report: { post: hook('report', report, 'ReportEvent', REPORT_EVENTS, words) },
    statement: { post: hook('statement', statement, 'StatementEvent', STATEMENT_EVENTS, words) },
    test: { post: hook('test', test, 'TestEvent', [TEST_EVENT], words) },
  };
}

function hook(
  kind: keyof typeof EVENT_EXAMPLES,
  summary: string,
  payload: string,
  events: readonly string[],
  { document }: ApiWords,
): JsonSchema {
  const { headers, answer, failure } = document.webhooks;
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  return {
    operationId: `${kind}Event`,
    summary,
    description: events.join(', '),
    parameters: [
      header(WEBHOOK_HEADERS.signature, headers.signature),
      header(WEBHOOK_HEADERS.id, headers.id),
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: refTo(payload), example: EVENT_EXAMPLES[kind] } },
    },
    responses: { '2XX': { description: answer }, default: { description: failure } },
  };
}
