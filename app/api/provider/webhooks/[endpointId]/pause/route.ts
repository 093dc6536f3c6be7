import { SYSTEMS_PAGE, webhookPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { pauseWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

export const POST = commandRoute(pauseWebhook, {
  done: ({ endpointId }) => `${webhookPath(endpointId)}?done=paused`,
  page: SYSTEMS_PAGE,
});
