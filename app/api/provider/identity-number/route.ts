import { commandRoute } from '#lib/server/http/command-route.ts';
import { askIdentityNumber } from '#lib/server/placement/ask-identity-number.ts';

export const POST = commandRoute(askIdentityNumber, {
  done: ({ placementId, revealId }) => `/provider/participants/${placementId}?reveal=${revealId}#identity`,
  page: '/provider/participants',
});
