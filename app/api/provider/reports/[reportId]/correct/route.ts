import { commandRoute } from '#lib/server/http/command-route.ts';
import { saveCorrection } from '#lib/server/report/correction/save-correction.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(saveCorrection, {
  done: ({ reportId }) => `${reportPath(reportId)}/correct/attest`,
  page: MONTHS_PAGE,
});
