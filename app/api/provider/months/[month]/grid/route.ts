import { monthGridInput } from '#lib/schemas/report.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';
import { monthGrid } from '#lib/server/month/month-grid.ts';
import { saveDrafts } from '#lib/server/month/save-drafts.ts';
import { gridPath, MONTHS_PAGE } from '#lib/server/report/provider-paths.ts';

export const GET = queryRoute(monthGrid, monthGridInput);

export const POST = commandRoute(saveDrafts, {
  done: ({ month, filters, written }) => gridPath(month, filters, written),
  page: MONTHS_PAGE,
});
