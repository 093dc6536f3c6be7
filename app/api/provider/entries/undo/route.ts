import { undoEntries } from '#lib/server/activity-entry/undo-entries.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { LOG_PAGE } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(undoEntries, {
  done: ({ date, undone }) => `${LOG_PAGE}?week=${date ?? ''}&undone=${undone}`,
  page: LOG_PAGE,
});
