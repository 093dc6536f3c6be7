import { commandRoute } from '#lib/server/http/command-route.ts';
import { addPlanActivity } from '#lib/server/plan/add-plan-activity.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(addPlanActivity, {
  done: ({ placementId, number }) => `${participantPath(placementId)}?plan=${number}`,
  page: '/provider/participants',
  status: 201,
});
