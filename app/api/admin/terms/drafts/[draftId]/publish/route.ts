import { publishTermsVersion } from '#lib/server/agreement/publish-terms-version.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(publishTermsVersion, {
  done: ({ draftId }) => `/admin/terms/drafts/${draftId}`,
  page: '/admin/agreements',
});
