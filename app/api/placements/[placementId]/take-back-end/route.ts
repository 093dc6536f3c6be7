import { commandRoute } from '#lib/server/http/command-route.ts';
import { takeBackEnd } from '#lib/server/placement-decision/take-back-end.ts';

export const POST = commandRoute(takeBackEnd, {
  done: ({ placementId }) => `/admin/placements/${placementId}?done=takenBack`,
  page: '/admin/placements',
});
