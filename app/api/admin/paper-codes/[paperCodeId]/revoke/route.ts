import { commandRoute } from '#lib/server/http/command-route.ts';
import { revokeCode } from '#lib/server/paper-code/revoke-code.ts';

export const POST = commandRoute(revokeCode, {
  done: ({ participantId }) => `/admin/participants/${participantId}?done=revoked`,
  page: '/admin',
});
