import { discardAgreementDraft } from '#lib/server/agreement/discard-agreement-draft.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(discardAgreementDraft, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements',
});
