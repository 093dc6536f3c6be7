import { commandRoute } from '#lib/server/http/command-route.ts';
import { reopenDecidedReport } from '#lib/server/review/reopen-report.ts';

export const POST = commandRoute(reopenDecidedReport, {
  done: ({ reportId }) => `/review/${reportId}`,
  page: '/review',
});
