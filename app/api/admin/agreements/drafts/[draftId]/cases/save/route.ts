import { saveGoldenCase } from '#lib/server/agreement/save-golden-case.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(saveGoldenCase, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/cases`,
  page: '/admin/agreements',
});
