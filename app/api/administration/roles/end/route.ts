import { ACCOUNTS_PAGE, afterRoles } from '#lib/server/administration/administration-paths.ts';
import { endRoles } from '#lib/server/administration/end-roles.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(endRoles, {
  done: ({ personIds }) => afterRoles('ended', personIds),
  page: ACCOUNTS_PAGE,
});
