import { PRESENTATIONS_PAGE, presentationPath } from '#lib/server/administration/administration-paths.ts';
import { savePresentation } from '#lib/server/administration/presentation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(savePresentation, {
  done: ({ officeId }) => `${presentationPath(officeId)}?done=saved`,
  page: PRESENTATIONS_PAGE,
});
