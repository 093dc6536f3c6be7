import { revokeFeed } from '#lib/server/calendar/revoke-feed.ts';
import { CALENDAR_PAGE } from '#lib/server/calendar/calendar-page.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(revokeFeed, {
  done: () => `${CALENDAR_PAGE}?done=revoked`,
  page: CALENDAR_PAGE,
});
