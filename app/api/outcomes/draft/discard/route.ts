import { commandRoute } from '#lib/server/http/command-route.ts';
import { discardOutcomeDraft } from '#lib/server/outcome/outcome-draft.ts';

export const POST = commandRoute(discardOutcomeDraft, {
  done: ({ placementId }) => `/provider/participants/${placementId}`,
  page: '/provider/outcomes',
});
