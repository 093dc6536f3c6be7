import { returnAgreementDraft } from '#lib/server/agreement/return-agreement-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(returnAgreementDraft, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements',
});
