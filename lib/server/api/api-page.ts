import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import type { ApiPage, ApiPageOperation, ApiPageWebhooks } from '#lib/domain/api/api-page.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { absenceReasonName } from '#lib/domain/report/absence-reason.ts';
import { WEBHOOK_EVENTS } from '#lib/domain/webhook/webhook-event.ts';
import { faultCodes } from '#lib/schemas/api/fault-codes.ts';
import type { ApiOperation } from '#lib/schemas/api/operation.ts';
import { API_OPERATIONS } from '#lib/schemas/api/operations.ts';
import { EVENT_EXAMPLES } from '#lib/schemas/webhook.ts';
import { apiWords } from '#lib/server/api/api-words.ts';
import { curlExample, typescriptExample } from '#lib/server/api/call-examples.ts';
import { fieldRows, type TypeWords, typeOf } from '#lib/server/api/field-rows.ts';
import type { JsonSchema } from '#lib/server/api/json-schemas.ts';
import { problemsOf } from '#lib/server/api/openapi-answers.ts';
import { openApiDocument, type OpenApiDocument } from '#lib/server/api/openapi-document.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { knownProblem, type ProblemLocale } from '#lib/shared/problem.ts';

/** The readable page, made from the document that programs read. */
export function apiPage(url: string, locale: ProblemLocale, words: TypeWords): ApiPage {
  const document = openApiDocument(url, locale);
  const { capacity, perSecond } = limits.api;
  return {
    url,
    limit: { capacity, perSecond },
    operations: API_OPERATIONS.map((operation) => pageOperation(document, operation, { url, locale, words })),
    webhooks: pageWebhooks(document, words),
    rowCodes: rowCodes(locale),
    faults: faultCodes(locale),
    calculationFaults: Object.entries(apiWords(locale).calculation).map(([code, message]) => ({
      code,
      message,
    })),
  };
}

function pageWebhooks(document: OpenApiDocument, words: TypeWords): ApiPageWebhooks {
  const post = document.webhooks['report']?.['post'] as JsonSchema | undefined;
  const parameters = (post?.['parameters'] ?? []) as readonly JsonSchema[];
  return {
    events: [...WEBHOOK_EVENTS],
    headers: parameters.map((parameter) => parameterRow(document, parameter, words)),
    report: fieldRows(document, schemaOf(document, 'ReportEvent'), words),
    statement: fieldRows(document, schemaOf(document, 'StatementEvent'), words),
    example: JSON.stringify(EVENT_EXAMPLES.report, null, 2),
  };
}

function rowCodes(locale: ProblemLocale): ApiPage['rowCodes'] {
  return [
    ...ACTIVITY_CODES.map((code) => ({ field: 'activity', code, name: activityName(code, locale) })),
    ...ABSENCE_REASONS.map((code) => ({ field: 'reason', code, name: absenceReasonName(code, locale) })),
  ];
}

type Reading = { readonly url: string; readonly locale: ProblemLocale; readonly words: TypeWords };

function pageOperation(
  document: OpenApiDocument,
  operation: ApiOperation,
  { url, locale, words }: Reading,
): ApiPageOperation {
  const { id, method, path, scopes, body, answer } = operation;
  const described = document.paths[path]?.[method] ?? {};
  const parameters = (described['parameters'] ?? []) as readonly JsonSchema[];
  const answers = described['responses'] as Readonly<Record<string, JsonSchema>>;
  return {
    id,
    method: method.toUpperCase(),
    path,
    ...apiWords(locale).operation(id),
    scopes,
    parameters: parameters.map((parameter) => parameterRow(document, parameter, words)),
    body:
      body === undefined
        ? null
        : {
            fields: fieldRows(document, contentSchema(described['requestBody']), words),
            example: body.type === 'application/json' ? JSON.stringify(body.example, null, 2) : null,
          },
    answer: {
      fields: fieldRows(document, contentSchema(answers['200']), words),
      example: JSON.stringify(answer.example, null, 2),
    },
    problems: problemsOf(operation).map((code) => {
      const { status, title } = knownProblem(code, [], locale);
      return { code, status, title };
    }),
    curl: curlExample(operation, url),
    typescript: typescriptExample(operation),
  };
}

function parameterRow(document: OpenApiDocument, given: JsonSchema, words: TypeWords) {
  const name = typeof given['$ref'] === 'string' ? (given['$ref'].split('/').at(-1) ?? '') : '';
  const parameter = name === '' ? given : (document.components['parameters']?.[name] ?? {});
  return {
    name: String(parameter['name']),
    type: typeOf(document, parameter['schema'] as JsonSchema, words),
    required: parameter['required'] === true,
    description: String(parameter['description']),
  };
}

function contentSchema(part: unknown): JsonSchema {
  const { content } = part as { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  return Object.values(content)[0]?.schema ?? {};
}

function schemaOf(document: OpenApiDocument, name: string): JsonSchema {
  return document.components['schemas']?.[name] ?? {};
}
