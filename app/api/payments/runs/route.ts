import { commandRoute } from '#lib/server/http/command-route.ts';
import { startStatementRun } from '#lib/server/statement/start-statement-run.ts';

export const POST = commandRoute(startStatementRun, {
  done: ({ runId }) => `/payments/runs/${runId}`,
  page: '/payments/start',
  status: 201,
});
