import { PRESENTATIONS_PAGE, presentationPath } from '#lib/server/administration/administration-paths.ts';
import { submitPresentation } from '#lib/server/administration/presentation-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(submitPresentation, {
  done: ({ officeId }) => `${presentationPath(officeId)}?done=submitted`,
  page: PRESENTATIONS_PAGE,
});
