import { commandRoute } from '#lib/server/http/command-route.ts';
import { askLift } from '#lib/server/protected-identity/lift-protection.ts';
import { protectedPath } from '#lib/server/protected-identity/protected-paths.ts';

export const POST = commandRoute(askLift, {
  done: ({ participantId }) => protectedPath(participantId, 'liftAsked'),
  page: '/protected',
});
