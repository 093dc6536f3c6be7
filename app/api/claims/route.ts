import { commandRoute } from '#lib/server/http/command-route.ts';
import { CLAIMS_PAGE } from '#lib/server/payment/payment-paths.ts';
import { proposeClaim } from '#lib/server/payment/propose-claim.ts';

export const POST = commandRoute(proposeClaim, {
  done: ({ claimId }) => `${CLAIMS_PAGE}?done=proposed#claim-${claimId}`,
  page: CLAIMS_PAGE,
  status: 201,
});
