import { discardTermsDraft } from '#lib/server/agreement/terms-draft-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(discardTermsDraft, {
  done: ({ draftId }) => `/admin/terms/drafts/${draftId}`,
  page: '/admin/agreements',
});
