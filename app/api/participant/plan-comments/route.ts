import { commandRoute } from '#lib/server/http/command-route.ts';
import { commentPlan } from '#lib/server/plan/comment-plan.ts';

export const POST = commandRoute(commentPlan, {
  done: ({ commentId }) => `/participant/plan?commented=${commentId}`,
  page: '/participant/plan',
  status: 201,
});
