import { commandRoute } from '#lib/server/http/command-route.ts';
import { afterDecision } from '#lib/server/review/bench/after-decision.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';

export const POST = commandRoute(decideOnReport, {
  done: ({ reportId }, back) =>
    afterDecision({ kind: 'periodicReport', id: reportId }, back, `/review/${reportId}?done=1`),
  page: '/review',
});
