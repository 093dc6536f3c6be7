import { SYSTEMS_PAGE, webhookPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { changeWebhook } from '#lib/server/webhook/change-webhook.ts';

export const POST = commandRoute(changeWebhook, {
  done: ({ endpointId }) => `${webhookPath(endpointId)}?done=changed`,
  page: SYSTEMS_PAGE,
});
