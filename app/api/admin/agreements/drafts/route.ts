import { createAgreementDraft } from '#lib/server/agreement/create-agreement-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(createAgreementDraft, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements/new',
  status: 201,
});
