import { commandRoute } from '#lib/server/http/command-route.ts';
import { afterDecision } from '#lib/server/review/bench/after-decision.ts';
import { decideReportCorrection } from '#lib/server/report/correction/decide-correction.ts';

export const POST = commandRoute(decideReportCorrection, {
  done: ({ correctionId }, back) =>
    afterDecision({ kind: 'correction', id: correctionId }, back, `/review/corrections/${correctionId}`),
  page: '/review',
});
