import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';

export const POST = commandRoute(decideOnReport, {
  done: ({ reportId }) => `/review/${reportId}?done=1`,
  page: '/review',
});
