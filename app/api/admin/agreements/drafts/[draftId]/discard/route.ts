import { discardAgreementDraft } from '#lib/server/agreement/agreement-draft-commands.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';

export const POST = commandRoute(discardAgreementDraft, {
  done: ({ draftId }) => `/admin/agreements/drafts/${draftId}`,
  page: '/admin/agreements',
});
