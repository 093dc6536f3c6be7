import { publishAgreementVersion } from '#lib/server/agreement/publish-agreement-version.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(publishAgreementVersion, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements',
});
