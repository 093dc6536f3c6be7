import { commandRoute } from '#lib/server/http/command-route.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';

export const POST = commandRoute(assignCoach, {
  done: ({ assigned }) => `/provider/participants?assigned=${assigned}`,
  page: '/provider/participants?show=withoutCoach',
});
