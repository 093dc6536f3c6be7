import { changeEntry } from '#lib/server/activity-entry/change-entry.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { LOG_PAGE } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(changeEntry, {
  done: ({ date }) => `${LOG_PAGE}?week=${date}&changed=1`,
  page: LOG_PAGE,
});
