import { judgeEvidence } from '#lib/server/evidence/judge-evidence.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(judgeEvidence, {
  done: ({ outcomeId }) => `/review/outcomes/${outcomeId}?judged`,
  page: '/review/outcomes',
});
