import { giveStandingSignature } from '#lib/server/api-client/standing-signature.ts';
import { clientPath, SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(giveStandingSignature, {
  done: ({ apiClientId }) => `${clientPath(apiClientId)}?done=standingGiven`,
  page: SYSTEMS_PAGE,
});
