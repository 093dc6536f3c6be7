import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(saveAgreementDocument, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/json?saved=1`,
  page: '/admin/agreements',
});
