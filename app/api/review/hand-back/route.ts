import { commandRoute } from '#lib/server/http/command-route.ts';
import { queueOf } from '#lib/server/review/bench/after-decision.ts';
import { handBackReport } from '#lib/server/review/hand-back-report.ts';

export const POST = commandRoute(handBackReport, {
  done: (_, back) => queueOf(back),
  page: '/review',
});
