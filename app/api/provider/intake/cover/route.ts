import { commandRoute } from '#lib/server/http/command-route.ts';
import { coverCoach } from '#lib/server/intake/cover-coach.ts';

export const POST = commandRoute(coverCoach, {
  done: () => '/provider/intake/coaches?covered=1',
  page: '/provider/intake/coaches',
});
