import { resendConfirmation } from '#lib/server/evidence/ask-employer.ts';
import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(resendConfirmation, {
  done: ({ outcomeId }) => `${evidencePath(outcomeId)}?done=asked`,
  page: '/provider/outcomes',
});
