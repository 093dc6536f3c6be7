import { weekLogInput } from '#lib/schemas/activity-entry.ts';
import { weekLog } from '#lib/server/activity-entry/week-log.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';

export const GET = queryRoute(weekLog, weekLogInput);
