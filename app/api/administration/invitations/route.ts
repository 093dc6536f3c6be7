import { accountsDone, INVITE_PAGE } from '#lib/server/administration/administration-paths.ts';
import { invite } from '#lib/server/administration/invite.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(invite, {
  done: ({ invited }) => accountsDone('invited', invited, 'invited'),
  page: INVITE_PAGE,
  status: 201,
});
