import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import { DOCUMENT_ROUTES } from '#lib/server/document/document-routes.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { knownProblem } from '#lib/shared/problem.ts';
import { ROUTES_OF_DOCUMENTS } from '../../document-routes.ts';

type Route = { readonly params: Promise<Record<string, string>> };

/** The steps of every kind of document. */
export async function POST(request: Request, route: Route): Promise<Response> {
  const { kind: asked, act: step } = await route.params;
  const kind = DOCUMENT_KINDS.find((one) => one === asked);
  const act = DOCUMENT_ROUTES.find((one) => one === step);
  const routes = kind === undefined ? undefined : ROUTES_OF_DOCUMENTS[kind];
  return act === undefined || routes === undefined
    ? problemResponse(knownProblem('notFound'))
    : await routes[act](request, route);
}
