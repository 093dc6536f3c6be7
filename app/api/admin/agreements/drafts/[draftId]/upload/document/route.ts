import { jsonFileRoute } from '#lib/server/agreement/json-file-route.ts';
import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';

export const POST = jsonFileRoute(saveAgreementDocument, {
  field: 'document',
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/json?saved=1`,
  page: '/admin/agreements',
});
