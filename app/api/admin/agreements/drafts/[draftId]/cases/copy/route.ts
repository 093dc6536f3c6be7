import { copyGoldenCases } from '#lib/server/agreement/golden-case-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(copyGoldenCases, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/cases`,
  page: '/admin/agreements',
});
