import { createFeed } from '#lib/server/calendar/create-feed.ts';
import { CALENDAR_PAGE } from '#lib/server/calendar/calendar-page.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(createFeed, {
  done: ({ revealId }) => `${CALENDAR_PAGE}?reveal=${revealId}`,
  page: CALENDAR_PAGE,
});
