import { addEntries } from '#lib/server/activity-entry/add-entries.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { LOG_PAGE } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(addEntries, {
  done: ({ date, entryIds }) =>
    `${LOG_PAGE}?week=${date ?? ''}&added=${entryIds.length}&entry=${entryIds[0] ?? ''}`,
  page: LOG_PAGE,
  status: 201,
});
