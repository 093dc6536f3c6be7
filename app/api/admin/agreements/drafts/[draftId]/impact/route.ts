import { requestImpact } from '#lib/server/agreement/request-impact.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(requestImpact, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/impact`,
  page: '/admin/agreements',
  status: 202,
});
