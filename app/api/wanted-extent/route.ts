import { commandRoute } from '#lib/server/http/command-route.ts';
import { setWantedExtent } from '#lib/server/wanted-extent/set-wanted-extent.ts';

export const POST = commandRoute(setWantedExtent, {
  done: ({ placementId }) => `/admin/placements/${placementId}/wanted-extent?done=set`,
  page: '/admin/placements',
});
