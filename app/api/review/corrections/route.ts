import { commandRoute } from '#lib/server/http/command-route.ts';
import { decideReportCorrection } from '#lib/server/report/correction/decide-correction.ts';

export const POST = commandRoute(decideReportCorrection, {
  done: ({ correctionId }) => `/review/corrections/${correctionId}`,
  page: '/review/corrections',
});
