import { PRESENTATION_QUEUE } from '#lib/server/administration/administration-paths.ts';
import { decidePresentation } from '#lib/server/administration/presentation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(decidePresentation, {
  done: ({ decision }) => `${PRESENTATION_QUEUE}?done=${decision}`,
  page: PRESENTATION_QUEUE,
});
