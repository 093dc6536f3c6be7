import { answerOpenApi } from '#lib/server/api/answer-openapi.ts';

export function GET(request: Request): Response {
  return answerOpenApi(request);
}
