import { requestExport } from '#lib/server/export/request-export.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(requestExport, {
  done: () => '/provider/export?notice=requested',
  page: '/provider/export',
  status: 202,
});
