import { commandRoute } from '#lib/server/http/command-route.ts';
import { retryStatementRun } from '#lib/server/statement/retry-statement-run.ts';

export const POST = commandRoute(retryStatementRun, {
  done: ({ runId }) => `/payments/runs/${runId}`,
  page: '/payments',
});
