import { commandRoute } from '#lib/server/http/command-route.ts';
import { MONTHS_PAGE, participantMonthPath } from '#lib/server/report/provider-paths.ts';
import { withdrawReport } from '#lib/server/report/withdraw-report.ts';

export const POST = commandRoute(withdrawReport, {
  done: ({ month, placementId }) => `${participantMonthPath(month, placementId)}?withdrawn=1`,
  page: MONTHS_PAGE,
});
