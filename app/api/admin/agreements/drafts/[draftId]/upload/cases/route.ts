import { addGoldenCases } from '#lib/server/agreement/golden-case-commands.ts';
import { jsonFileRoute } from '#lib/server/agreement/json-file-route.ts';

export const POST = jsonFileRoute(addGoldenCases, {
  field: 'cases',
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/cases`,
  page: '/admin/agreements',
});
