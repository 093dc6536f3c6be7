import { commandRoute } from '#lib/server/http/command-route.ts';
import { createPlanShare } from '#lib/server/plan-share/create-plan-share.ts';

export const POST = commandRoute(createPlanShare, {
  done: ({ revealId }) => `/participant/plan/share?reveal=${revealId}`,
  page: '/participant/plan/share',
  status: 201,
});
