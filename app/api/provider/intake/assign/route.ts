import { commandRoute } from '#lib/server/http/command-route.ts';
import { assignCoach } from '#lib/server/placement/assign-coach.ts';

export const POST = commandRoute(assignCoach, {
  done: ({ batchId }) => (batchId === null ? '/provider/intake' : `/provider/intake?done=${batchId}`),
  page: '/provider/intake',
});
