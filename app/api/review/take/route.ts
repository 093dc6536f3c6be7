import { commandRoute } from '#lib/server/http/command-route.ts';
import { stillAt } from '#lib/server/review/bench/after-decision.ts';
import { takeReport } from '#lib/server/review/take-report.ts';

export const POST = commandRoute(takeReport, {
  done: ({ reportId }, back) => stillAt(`/review/${reportId}`, back),
  page: '/review',
});
