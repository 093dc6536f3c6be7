import { NEW_WEBHOOK_PAGE, secretPath } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { createWebhook } from '#lib/server/webhook/create-webhook.ts';

export const POST = commandRoute(createWebhook, {
  done: ({ revealId }) => secretPath(revealId),
  page: NEW_WEBHOOK_PAGE,
  status: 201,
});
