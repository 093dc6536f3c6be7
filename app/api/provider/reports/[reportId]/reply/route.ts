import { commandRoute } from '#lib/server/http/command-route.ts';
import { MONTHS_PAGE, reportPath } from '#lib/server/report/provider-paths.ts';
import { replyToRejection } from '#lib/server/review/reply-to-proposal.ts';

export const POST = commandRoute(replyToRejection, {
  done: ({ reportId }) => `${reportPath(reportId)}?done=replied`,
  page: MONTHS_PAGE,
});
