import { monthOverviewInput } from '#lib/schemas/report.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';
import { monthOverview } from '#lib/server/month/month-overview.ts';

export const GET = queryRoute(monthOverview, monthOverviewInput);
