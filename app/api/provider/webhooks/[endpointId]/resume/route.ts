import { SYSTEMS_PAGE, webhookPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { resumeWebhook } from '#lib/server/webhook/webhook-state-commands.ts';

export const POST = commandRoute(resumeWebhook, {
  done: ({ endpointId }) => `${webhookPath(endpointId)}?done=resumed`,
  page: SYSTEMS_PAGE,
});
