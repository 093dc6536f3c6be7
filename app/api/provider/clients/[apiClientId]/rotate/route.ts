import { rotateApiClient } from '#lib/server/api-client/rotate-api-client.ts';
import { secretPath, SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(rotateApiClient, {
  done: ({ revealId }) => secretPath(revealId),
  page: SYSTEMS_PAGE,
});
