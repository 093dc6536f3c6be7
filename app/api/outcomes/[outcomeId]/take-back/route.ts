import { commandRoute } from '#lib/server/http/command-route.ts';
import { takeBackOutcome } from '#lib/server/outcome/take-back-outcome.ts';

export const POST = commandRoute(takeBackOutcome, {
  done: ({ outcomeId }) => `/provider/outcomes/${outcomeId}?done=takenBack`,
  page: '/provider/outcomes',
});
