import { confirmMonth } from '#lib/server/activity-answer/confirm-month.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';

export const POST = commandRoute(confirmMonth, {
  done: ({ month }, back) => withSearch(withSearch(back, 'said', 'confirmed'), 'month', month),
  page: '/participant/activities',
});
