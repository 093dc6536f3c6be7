import { commandRoute } from '#lib/server/http/command-route.ts';
import { withdrawDispute } from '#lib/server/statement/answer/withdraw-dispute.ts';

export const POST = commandRoute(withdrawDispute, {
  done: ({ disputeId, statementId }) =>
    `/provider/statements/${statementId}/disputes/${disputeId}?done=withdrawn`,
  page: '/provider/statements',
});
