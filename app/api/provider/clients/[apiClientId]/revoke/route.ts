import { revokeApiClient } from '#lib/server/api-client/revoke-api-client.ts';
import { clientPath, SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(revokeApiClient, {
  done: ({ apiClientId }) => `${clientPath(apiClientId)}?done=revoked`,
  page: SYSTEMS_PAGE,
});
