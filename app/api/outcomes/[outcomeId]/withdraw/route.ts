import { commandRoute } from '#lib/server/http/command-route.ts';
import { withdrawOutcome } from '#lib/server/outcome/withdraw-outcome.ts';

export const POST = commandRoute(withdrawOutcome, {
  done: ({ placementId }) => `/admin/placements/${placementId}/outcome?done=withdrawn`,
  page: '/admin/placements',
});
