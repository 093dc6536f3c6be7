import { commandRoute } from '#lib/server/http/command-route.ts';
import { liftHold } from '#lib/server/retention/lift-hold.ts';

export const POST = commandRoute(liftHold, {
  done: ({ participantId }) => `/admin/participants/${participantId}/data`,
  page: '/admin',
});
