import { commandRoute } from '#lib/server/http/command-route.ts';
import { readAllNotifications } from '#lib/server/notification/read-all-notifications.ts';

export const POST = commandRoute(readAllNotifications, {
  done: () => '/notifications',
  page: '/notifications',
});
