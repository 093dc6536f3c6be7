import { ADMINISTRATORS_PAGE, afterInvitation } from '#lib/server/administration/administration-paths.ts';
import { inviteAdministrator } from '#lib/server/administration/invite-administrator.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(inviteAdministrator, {
  done: ({ providerId }) => afterInvitation('invited', { providerId, byAuthority: true }),
  page: ADMINISTRATORS_PAGE,
  status: 201,
});
