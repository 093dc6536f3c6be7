import { ACCOUNTS_PAGE, afterInvitation } from '#lib/server/administration/administration-paths.ts';
import { resendInvitation } from '#lib/server/administration/invitation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(resendInvitation, {
  done: (invitation) => afterInvitation('resent', invitation),
  page: ACCOUNTS_PAGE,
});
