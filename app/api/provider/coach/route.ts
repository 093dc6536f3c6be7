import { commandRoute } from '#lib/server/http/command-route.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';

export const POST = commandRoute(assignCoach, {
  done: ({ assigned, placementId }) =>
    placementId === null
      ? `/provider/participants?assigned=${assigned}`
      : `/provider/participants/${placementId}?coach=1`,
  page: '/provider/participants?show=withoutCoach',
});
