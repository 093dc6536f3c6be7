import { handOutDataExtract } from '#lib/server/data-extract/hand-out-data-extract.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(handOutDataExtract, {
  done: ({ participantId }) => `/admin/participants/${participantId}/data?notice=requested`,
  page: '/admin',
  status: 202,
});
