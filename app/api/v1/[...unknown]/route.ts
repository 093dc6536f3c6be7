import { API_VERSION } from '#lib/server/api/api-route.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';

/** An address that the API does not have: said as every other problem is, not as a page. */
function notFound(): Response {
  return problemResponse(knownProblem('notFound'), { 'api-version': API_VERSION });
}

export { notFound as DELETE, notFound as GET, notFound as PATCH, notFound as POST, notFound as PUT };
