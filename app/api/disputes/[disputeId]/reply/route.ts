import { commandRoute } from '#lib/server/http/command-route.ts';
import { replyDispute } from '#lib/server/statement/answer/reply-dispute.ts';

export const POST = commandRoute(replyDispute, {
  done: ({ disputeId, statementId, side }) =>
    side === 'authority'
      ? `/review/disputes/${disputeId}?done=replied`
      : `/provider/statements/${statementId}/disputes/${disputeId}?done=replied`,
  page: '/',
});
