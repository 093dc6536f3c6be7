import { SYSTEMS_PAGE, webhookPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { testWebhook } from '#lib/server/webhook/send-commands.ts';

export const POST = commandRoute(testWebhook, {
  done: ({ endpointId, deliveryId }) => `${webhookPath(endpointId)}?sent=${deliveryId}`,
  page: SYSTEMS_PAGE,
});
