import { withdrawStandingSignature } from '#lib/server/api-client/standing-signature.ts';
import { clientPath, SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(withdrawStandingSignature, {
  done: ({ apiClientId }) => `${clientPath(apiClientId)}?done=standingWithdrawn`,
  page: SYSTEMS_PAGE,
});
