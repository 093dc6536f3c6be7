import { monthRowInput } from '#lib/schemas/report.ts';
import { commandRoute } from '#lib/server/http/command-route.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { MONTHS_PAGE, participantMonthPath } from '#lib/server/report/provider-paths.ts';

export const GET = queryRoute(monthPage, monthRowInput);

export const POST = commandRoute(saveMonthDraft, {
  done: ({ month, placementId, version }) => `${participantMonthPath(month, placementId)}?saved=${version}`,
  page: MONTHS_PAGE,
});
