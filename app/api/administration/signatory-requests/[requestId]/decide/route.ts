import { afterDecision, SIGNATORY_PAGE } from '#lib/server/administration/administration-paths.ts';
import { decideSignatory } from '#lib/server/administration/signatory-request.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(decideSignatory, { done: afterDecision, page: SIGNATORY_PAGE });
