import { ACCOUNTS_PAGE, afterInvitation } from '#lib/server/administration/administration-paths.ts';
import { revokeInvitation } from '#lib/server/administration/invitation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(revokeInvitation, {
  done: (invitation) => afterInvitation('revoked', invitation),
  page: ACCOUNTS_PAGE,
});
