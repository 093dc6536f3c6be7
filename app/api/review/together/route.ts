import { commandRoute } from '#lib/server/http/command-route.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { queueOf } from '#lib/server/review/bench/after-decision.ts';

export const POST = commandRoute(approveReports, {
  done: ({ approved }, back) => withSearch(queueOf(back), 'approved', String(approved)),
  page: '/review',
});
