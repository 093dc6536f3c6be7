import { commandRoute } from '#lib/server/http/command-route.ts';
import { registerOutcome } from '#lib/server/outcome/register-outcome.ts';

export const POST = commandRoute(registerOutcome, {
  done: ({ placementId }) => `/admin/placements/${placementId}/outcome?done=registered`,
  page: '/admin/placements',
  status: 201,
});
