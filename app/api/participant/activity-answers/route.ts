import { giveAnswer } from '#lib/server/activity-answer/give-answer.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { withoutSearch, withSearch } from '#lib/server/http/safe-path.ts';

export const POST = commandRoute(giveAnswer, {
  done: ({ answer, held, month }, back) =>
    withSearch(withSearch(withoutSearch(back, 'dispute'), 'said', held ? 'held' : answer), 'month', month),
  page: '/participant/activities',
  status: 201,
});
