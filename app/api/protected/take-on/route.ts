import { commandRoute } from '#lib/server/http/command-route.ts';
import { protectedPath } from '#lib/server/protected-identity/protected-paths.ts';
import { takeOnProtected } from '#lib/server/protected-identity/take-on-protected.ts';

export const POST = commandRoute(takeOnProtected, {
  done: ({ participantId }) => protectedPath(participantId),
  page: '/protected',
});
