import { saveTermsDraft } from '#lib/server/agreement/save-terms-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(saveTermsDraft, {
  done: ({ draftId }) => `/admin/terms/drafts/${draftId}/edit?saved=1`,
  page: '/admin/agreements',
});
