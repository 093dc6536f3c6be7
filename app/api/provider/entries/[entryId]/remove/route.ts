import { removeEntry } from '#lib/server/activity-entry/remove-entry.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { LOG_PAGE } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(removeEntry, {
  done: ({ date }) => `${LOG_PAGE}?week=${date}&removed=1`,
  page: LOG_PAGE,
});
