import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { revokeConfirmation } from '#lib/server/evidence/revoke-confirmation.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(revokeConfirmation, {
  done: ({ outcomeId }) => `${evidencePath(outcomeId)}?done=revoked`,
  page: '/provider/outcomes',
});
