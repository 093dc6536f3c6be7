import { SIGNATORY_PAGE } from '#lib/server/administration/administration-paths.ts';
import { requestSignatory } from '#lib/server/administration/signatory-request.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(requestSignatory, {
  done: () => `${SIGNATORY_PAGE}?done=requested`,
  page: SIGNATORY_PAGE,
  status: 201,
});
