import { CALENDAR_PAGE } from '#lib/server/calendar/calendar-page.ts';
import { chooseReminders } from '#lib/server/calendar/choose-reminders.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(chooseReminders, {
  done: () => `${CALENDAR_PAGE}?done=chosen`,
  page: CALENDAR_PAGE,
});
