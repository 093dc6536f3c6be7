import { commandRoute } from '#lib/server/http/command-route.ts';
import { CLAIMS_PAGE } from '#lib/server/payment/payment-paths.ts';
import { settleClaim } from '#lib/server/payment/settle-claim.ts';

export const POST = commandRoute(settleClaim, {
  done: ({ claimId }) => `${CLAIMS_PAGE}?done=settled#claim-${claimId}`,
  page: CLAIMS_PAGE,
});
