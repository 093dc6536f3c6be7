import { ACCOUNTS_PAGE, afterRoles } from '#lib/server/administration/administration-paths.ts';
import { giveRole } from '#lib/server/administration/give-role.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(giveRole, {
  done: ({ personIds }) => afterRoles('given', personIds),
  page: ACCOUNTS_PAGE,
});
