import { commandRoute } from '#lib/server/http/command-route.ts';
import { answerPlanComment } from '#lib/server/plan/answer-plan-comment.ts';
import { participantPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(answerPlanComment, {
  done: ({ placementId }) => `${participantPath(placementId)}?answered#comments`,
  page: '/provider/participants',
  status: 201,
});
