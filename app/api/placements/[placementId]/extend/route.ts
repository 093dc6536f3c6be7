import { commandRoute } from '#lib/server/http/command-route.ts';
import { extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';

export const POST = commandRoute(extendPlacement, {
  done: ({ placementId }) => `/admin/placements/${placementId}?done=extended`,
  page: '/admin/placements',
});
