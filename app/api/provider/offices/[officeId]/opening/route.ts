import { commandRoute } from '#lib/server/http/command-route.ts';
import { saveOpening } from '#lib/server/quality/save-opening.ts';

export const POST = commandRoute(saveOpening, {
  done: ({ officeId }) => `/provider/quality/offices/${officeId}?saved=1`,
  page: '/provider/quality',
});
