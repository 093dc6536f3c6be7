import { commandRoute } from '#lib/server/http/command-route.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { approveReports } from '#lib/server/review/approve-reports.ts';
import { queueHref, queueWayOf, WHOLE_QUEUE } from '#lib/schemas/review-bench.ts';

export const POST = commandRoute(approveReports, {
  done: ({ approved }, back) => {
    const way = queueWayOf(Object.fromEntries(new URL(back, 'http://portal.invalid').searchParams));
    return withSearch(queueHref(way?.filter ?? WHOLE_QUEUE), 'approved', String(approved));
  },
  page: '/review',
});
