import { commandRoute } from '#lib/server/http/command-route.ts';
import { chooseNotifications } from '#lib/server/notification/choose-notifications.ts';

export const POST = commandRoute(chooseNotifications, {
  done: () => '/notifications/choices?done=saved',
  page: '/notifications/choices',
});
