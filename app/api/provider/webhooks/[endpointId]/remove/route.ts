import { SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { removeWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

export const POST = commandRoute(removeWebhook, {
  done: () => `${SYSTEMS_PAGE}?done=removed`,
  page: SYSTEMS_PAGE,
});
