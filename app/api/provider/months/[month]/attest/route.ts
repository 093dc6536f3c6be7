import { commandRoute } from '#lib/server/http/command-route.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { MONTHS_PAGE, receiptPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(attestReports, {
  done: ({ month, attestationId }) => receiptPath(month, attestationId),
  page: MONTHS_PAGE,
  status: 201,
});
