import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { withdrawEvidence } from '#lib/server/evidence/withdraw-evidence.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(withdrawEvidence, {
  done: ({ outcomeId }) => `${evidencePath(outcomeId)}?done=withdrawn`,
  page: '/provider/outcomes',
});
