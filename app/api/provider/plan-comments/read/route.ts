import { commandRoute } from '#lib/server/http/command-route.ts';
import { readPlanComment } from '#lib/server/plan/read-plan-comment.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(readPlanComment, {
  done: ({ placementId }) => `${participantPath(placementId)}?read#comments`,
  page: '/provider/participants',
});
