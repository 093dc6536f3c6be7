import { PRESENTATIONS_PAGE, presentationPath } from '#lib/server/administration/administration-paths.ts';
import { withdrawPresentation } from '#lib/server/administration/presentation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(withdrawPresentation, {
  done: ({ officeId }) => `${presentationPath(officeId)}?done=withdrawn`,
  page: PRESENTATIONS_PAGE,
});
