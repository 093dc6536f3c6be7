import { commandRoute } from '#lib/server/http/command-route.ts';
import { MONTHS_PAGE, receiptPath } from '#lib/server/report/provider-paths.ts';
import { withdrawAttestation } from '#lib/server/report/withdraw-attestation.ts';

export const POST = commandRoute(withdrawAttestation, {
  done: ({ month, attestationId }) => `${receiptPath(month, attestationId)}?withdrawn=1`,
  page: MONTHS_PAGE,
});
