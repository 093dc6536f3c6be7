import { EVALUATE_LIMITS } from '#lib/schemas/evaluate.ts';
import { evaluateBody } from '#lib/server/compensation/evaluate-body.ts';
import { evaluateProblem } from '#lib/server/compensation/evaluate-problems.ts';
import type { Database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

function localeOf(headers: Headers): ProblemLocale {
  return /^\s*en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'sv';
}

/**
 * `POST` of agreements and facts by anybody, answered by the function that `npm run evaluate` is: nothing is stored, nobody is
 * asked who they are. Large calls take more of the limit for their address.
 */
export async function answerEvaluate(database: Database, request: Request): Promise<Response> {
  const locale = localeOf(request.headers);
  const body = new Uint8Array(await request.arrayBuffer());
  const cost = body.length / EVALUATE_LIMITS.bytesPerToken;
  const token = await takeToken(database, limits.evaluate, addressSubject(request.headers), cost);
  if (!token.ok) return tooManyRequests(token.error, locale);
  const answer = await evaluateBody(body, EVALUATE_LIMITS, request.signal);
  if (!answer.ok) return problemResponse(evaluateProblem(answer.error.code, answer.error.pointer, locale));
  return new Response(new Blob(answer.value.map((block) => new Uint8Array(block))), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}
