import { commandRoute } from '#lib/server/http/command-route.ts';
import { closeDispute } from '#lib/server/statement/answer/close-dispute.ts';

export const POST = commandRoute(closeDispute, {
  done: ({ disputeId }) => `/review/disputes/${disputeId}?done=closed`,
  page: '/review/disputes',
});
