import { commandRoute } from '#lib/server/http/command-route.ts';
import { endCover } from '#lib/server/intake/end-cover.ts';

export const POST = commandRoute(endCover, {
  done: () => '/provider/intake/coaches?ended=1',
  page: '/provider/intake/coaches',
});
