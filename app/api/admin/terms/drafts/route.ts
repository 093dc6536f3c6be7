import { createTermsDraft } from '#lib/server/agreement/save-terms-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(createTermsDraft, {
  done: ({ draftId }) => `/admin/terms/drafts/${draftId}/edit`,
  page: '/admin/agreements',
  status: 201,
});
