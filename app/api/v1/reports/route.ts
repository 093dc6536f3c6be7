import { listReports, submitReports } from '#lib/schemas/api/report.ts';
import { apiRoute } from '#lib/server/api/api-route.ts';
import { ask } from '#lib/server/command/query.ts';
import { reportsByMonth } from '#lib/server/report/reports-by-month.ts';
import { answerRows } from '#lib/server/report/rows-route.ts';
import { ok } from '#lib/shared/result.ts';

export const POST = apiRoute(submitReports, answerRows);

export const GET = apiRoute(listReports, async ({ address, ...asking }) => {
  const found = await ask(reportsByMonth, address, asking);
  return found.ok ? ok(found.value.page) : found;
});
