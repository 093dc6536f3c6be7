import { ACCOUNTS_PAGE, afterRoles } from '#lib/server/administration/administration-paths.ts';
import { restoreRoles } from '#lib/server/administration/end-roles.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(restoreRoles, {
  done: ({ personIds }) => afterRoles('restored', personIds),
  page: ACCOUNTS_PAGE,
});
