import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideOnOutcome } from '#lib/server/outcome/decide-outcome.ts';
import { afterDecision } from '#lib/server/review/bench/after-decision.ts';

export const POST = commandRoute(decideOnOutcome, {
  done: ({ outcomeId }, back) =>
    afterDecision({ kind: 'outcome', id: outcomeId }, back, `/review/outcomes/${outcomeId}?done=decided`),
  page: '/review',
});
