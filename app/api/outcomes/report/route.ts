import { commandRoute } from '#lib/server/http/command-route.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';

export const POST = commandRoute(reportOutcome, {
  done: ({ outcomeId }) => `/provider/outcomes/${outcomeId}?done=reported`,
  page: '/provider/outcomes',
  status: 201,
});
