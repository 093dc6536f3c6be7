import { setSharing } from '#lib/server/final-report/set-sharing.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(setSharing, {
  done: ({ given }) => `/participant/sharing?done=${given ? 'given' : 'taken'}`,
  page: '/participant/sharing',
});
