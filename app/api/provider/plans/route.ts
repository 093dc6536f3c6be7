import { commandRoute } from '#lib/server/http/command-route.ts';
import { createPlan } from '#lib/server/plan/create-plan.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(createPlan, {
  done: ({ placementId, number }) => `${participantPath(placementId)}?plan=${number}`,
  page: '/provider/participants',
  status: 201,
});
