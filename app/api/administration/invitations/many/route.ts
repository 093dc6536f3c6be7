import { accountsDone, INVITE_MANY_PAGE } from '#lib/server/administration/administration-paths.ts';
import { inviteMany } from '#lib/server/administration/invite.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(inviteMany, {
  done: ({ invited }) => accountsDone('invited', invited, 'invited'),
  page: INVITE_MANY_PAGE,
  status: 201,
});
