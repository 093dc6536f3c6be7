import { showReport } from '#lib/schemas/api/report.ts';
import { apiRoute } from '#lib/server/api/api-route.ts';
import { ask } from '#lib/server/command/query.ts';
import { reportWithVersions } from '#lib/server/report/report-with-versions.ts';
import { ok } from '#lib/shared/result.ts';

export const GET = apiRoute(showReport, async ({ address, ...asking }) => {
  const found = await ask(reportWithVersions, address, asking);
  return found.ok ? ok(found.value.report) : found;
});
