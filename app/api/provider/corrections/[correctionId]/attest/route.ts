import { commandRoute } from '#lib/server/http/command-route.ts';
import { attestCorrection } from '#lib/server/report/correction/attest-correction.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(attestCorrection, {
  done: ({ reportId }) => `${reportPath(reportId)}?done=attested`,
  page: MONTHS_PAGE,
  status: 201,
});
