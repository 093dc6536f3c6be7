import { judgeFinalReport } from '#lib/server/final-report/judge-final-report.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(judgeFinalReport, {
  done: ({ path }) => `${path}?done=judged`,
  page: '/admin/documents',
});
