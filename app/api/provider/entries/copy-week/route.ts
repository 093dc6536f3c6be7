import { copyWeek } from '#lib/server/activity-entry/copy-week.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { LOG_PAGE } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(copyWeek, {
  done: ({ weekFrom, copied, left, entryIds }) =>
    `${LOG_PAGE}?week=${weekFrom}&copied=${copied}&left=${left}&entry=${entryIds[0] ?? ''}`,
  page: LOG_PAGE,
});
