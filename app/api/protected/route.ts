import { commandRoute } from '#lib/server/http/command-route.ts';
import { protectIdentity } from '#lib/server/protected-identity/protect-identity.ts';
import { protectedPath } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(protectIdentity, {
  done: ({ participantId }) => protectedPath(participantId, 'protected'),
  page: '/admin/placements',
});
