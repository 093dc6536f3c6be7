import { confirmMonth } from '#lib/server/activity-answer/confirm-month.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(confirmMonth, {
  done: ({ month }) => `/participant/reports?confirmed=${month}`,
  page: '/participant/reports',
});
