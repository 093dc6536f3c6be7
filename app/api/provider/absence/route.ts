import { reportTogether } from '#lib/server/deviation-report/report-together.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(reportTogether, {
  done: ({ documentIds, left }) => `/provider/absence?sent=${documentIds.length}&left=${left}`,
  page: '/provider/absence/together',
});
