import { createApiClient } from '#lib/server/api-client/create-api-client.ts';
import { NEW_CLIENT_PAGE, secretPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(createApiClient, {
  done: ({ revealId }) => secretPath(revealId),
  page: NEW_CLIENT_PAGE,
  status: 201,
});
