import { commandRoute } from '#lib/server/http/command-route.ts';
import { withdrawCorrection } from '#lib/server/report/correction/withdraw-correction.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(withdrawCorrection, {
  done: ({ reportId }) => `${reportPath(reportId)}?done=withdrawn`,
  page: MONTHS_PAGE,
});
