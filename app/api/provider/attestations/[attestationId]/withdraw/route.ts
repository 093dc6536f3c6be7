import { commandRoute } from '#lib/server/http/command-route.ts';
import { MONTHS_PAGE } from '#lib/server/report/provider-paths.ts';
import { withdrawAttestation } from '#lib/server/report/withdraw-attestation.ts';

export const POST = commandRoute(withdrawAttestation, {
  done: ({ month }) => `${MONTHS_PAGE}/${month}`,
  page: MONTHS_PAGE,
});
