import { commandRoute } from '#lib/server/http/command-route.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';
import { askForReconsideration } from '#lib/server/review/reconsider-report.ts';

export const POST = commandRoute(askForReconsideration, {
  done: ({ reportId }) => `${reportPath(reportId)}?done=asked`,
  page: MONTHS_PAGE,
});
