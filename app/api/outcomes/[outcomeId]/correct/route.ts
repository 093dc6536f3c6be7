import { commandRoute } from '#lib/server/http/command-route.ts';
import { correctOutcome } from '#lib/server/outcome/correct-outcome.ts';

export const POST = commandRoute(correctOutcome, {
  done: ({ placementId }) => `/admin/placements/${placementId}/outcome?done=corrected`,
  page: '/admin/placements',
});
