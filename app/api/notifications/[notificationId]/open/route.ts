import { commandRoute } from '#lib/server/http/command-route.ts';
import { readNotification } from '#lib/server/notification/read-notification.ts';

/** Goes to what one is about, which marks it as read. */
export const POST = commandRoute(readNotification, { done: ({ path }) => path, page: '/notifications' });
