import { askDataExtract } from '#lib/server/data-extract/ask-data-extract.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(askDataExtract, {
  done: () => '/my-data?notice=requested',
  page: '/my-data',
  status: 202,
});
