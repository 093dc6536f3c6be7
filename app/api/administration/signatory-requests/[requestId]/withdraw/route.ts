import { SIGNATORY_PAGE } from '#lib/server/administration/administration-paths.ts';
import { withdrawSignatory } from '#lib/server/administration/signatory-request.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(withdrawSignatory, {
  done: () => `${SIGNATORY_PAGE}?done=withdrawn`,
  page: SIGNATORY_PAGE,
});
