import { commandRoute } from '#lib/server/http/command-route.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';

export const POST = commandRoute(disputeStatement, {
  done: ({ statementId, disputeId }) =>
    `/provider/statements/${statementId}/disputes/${disputeId}?done=opened`,
  page: '/provider/statements',
  status: 201,
});
