import { commandRoute } from '#lib/server/http/command-route.ts';
import { discardMonthDraft } from '#lib/server/month/discard-month-draft.ts';
import { MONTHS_PAGE, participantMonthPath } from '#lib/server/report/provider-paths.ts';

export const POST = commandRoute(discardMonthDraft, {
  done: ({ month, placementId }) => `${participantMonthPath(month, placementId)}?discarded=1`,
  page: MONTHS_PAGE,
});
