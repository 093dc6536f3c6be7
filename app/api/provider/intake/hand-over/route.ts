import { commandRoute } from '#lib/server/http/command-route.ts';
import { handOver } from '#lib/server/intake/hand-over.ts';

export const POST = commandRoute(handOver, {
  done: ({ batchId }) => `/provider/intake/coaches?done=${batchId}`,
  page: '/provider/intake/coaches',
});
