import { continued, continueRoute } from '#lib/server/http/continue-route.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { receiptPath } from '#lib/server/report/provider-paths.ts';

/** Every command that asks for the e-ID again stands here, to be carried out when the person comes back. */
export const GET = continueRoute([
  continued(attestReports, ({ month, attestationId }) => receiptPath(month, attestationId)),
]);
