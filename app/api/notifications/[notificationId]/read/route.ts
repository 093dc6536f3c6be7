import { commandRoute } from '#lib/server/http/command-route.ts';
import { readNotification } from '#lib/server/notification/read-notification.ts';

/** Marks one as read and stays in the list. */
export const POST = commandRoute(readNotification, { done: () => '/notifications', page: '/notifications' });
