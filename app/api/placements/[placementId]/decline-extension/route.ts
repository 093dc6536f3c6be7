import { commandRoute } from '#lib/server/http/command-route.ts';
import { declineExtension } from '#lib/server/placement-decision/extend-placement.ts';

export const POST = commandRoute(declineExtension, {
  done: ({ placementId }) => `/admin/placements/${placementId}?done=declined`,
  page: '/admin/placements',
});
