import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';

export const POST = commandRoute(decideOnOutcome, {
  done: ({ outcomeId }) => `/review/outcomes/${outcomeId}?done=decided`,
  page: '/review/outcomes',
});
