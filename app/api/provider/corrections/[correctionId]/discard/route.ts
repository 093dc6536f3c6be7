import { commandRoute } from '#lib/server/http/command-route.ts';
import { discardCorrection } from '#lib/server/report/correction/discard-correction.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(discardCorrection, {
  done: ({ reportId }) => `${reportPath(reportId)}?done=discarded`,
  page: MONTHS_PAGE,
});
