import { saveAgreementForm } from '#lib/server/agreement/save-agreement-form.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(saveAgreementForm, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}/edit?saved=1`,
  page: '/admin/agreements',
});
