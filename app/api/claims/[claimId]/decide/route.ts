import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideClaim } from '#lib/server/payment/decide-claim.ts';
import { CLAIMS_PAGE } from '#lib/server/payment/payment-paths.ts';

export const POST = commandRoute(decideClaim, {
  done: ({ claimId, status }) => `${CLAIMS_PAGE}?done=${status}#claim-${claimId}`,
  page: CLAIMS_PAGE,
});
