import { commandRoute } from '#lib/server/http/command-route.ts';
import { takeReport } from '#lib/server/review/take-report.ts';

export const POST = commandRoute(takeReport, {
  done: ({ reportId }) => `/review/${reportId}`,
  page: '/review',
});
