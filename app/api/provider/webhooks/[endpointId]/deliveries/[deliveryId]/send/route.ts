import { SYSTEMS_PAGE, webhookPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { sendAgain } from '#lib/server/webhook/send-commands.ts';

export const POST = commandRoute(sendAgain, {
  done: ({ endpointId, deliveryId }) => `${webhookPath(endpointId)}?sent=${deliveryId}`,
  page: SYSTEMS_PAGE,
});
