import { commandRoute } from '#lib/server/http/command-route.ts';
import { endPlacement } from '#lib/server/placement-decision/end-placement.ts';

export const POST = commandRoute(endPlacement, {
  done: ({ placementId }) => `/admin/placements/${placementId}?done=ended`,
  page: '/admin/placements',
});
