import { commandRoute } from '#lib/server/http/command-route.ts';
import { closePlanShare } from '#lib/server/plan-share/close-plan-share.ts';

export const POST = commandRoute(closePlanShare, {
  done: ({ shareId }) => `/participant/plan/share?closed=${shareId}`,
  page: '/participant/plan/share',
});
