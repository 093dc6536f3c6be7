import { commandRoute } from '#lib/server/http/command-route.ts';
import { nameForProtected } from '#lib/server/protected-identity/name-for-protected.ts';
import { protectedPath } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(nameForProtected, {
  done: ({ participantId }) => protectedPath(participantId, 'named'),
  page: '/protected',
});
