import { ACCOUNTS_PAGE, afterRoles } from '#lib/server/administration/administration-paths.ts';
import { changeRoles } from '#lib/server/administration/change-roles.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(changeRoles, {
  done: ({ personIds }) => afterRoles('changed', personIds),
  page: ACCOUNTS_PAGE,
});
