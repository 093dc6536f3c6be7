import { secretPath, SYSTEMS_PAGE } from '#lib/server/api-client/systems-paths.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { rotateWebhook } from '#lib/server/webhook/rotate-webhook.ts';

export const POST = commandRoute(rotateWebhook, {
  done: ({ revealId }) => secretPath(revealId),
  page: SYSTEMS_PAGE,
});
