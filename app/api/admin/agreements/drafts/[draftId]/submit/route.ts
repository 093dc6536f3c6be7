import { submitAgreementDraft } from '#lib/server/agreement/submit-agreement-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(submitAgreementDraft, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements',
});
