import { commandRoute } from '#lib/server/http/command-route.ts';
import { setHold } from '#lib/server/retention/set-hold.ts';

export const POST = commandRoute(setHold, {
  done: ({ participantId }) => `/admin/participants/${participantId}/data`,
  page: '/admin',
  status: 201,
});
