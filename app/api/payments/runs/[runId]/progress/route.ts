import { runIdInput } from '#lib/schemas/statement.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';
import { runProgress } from '#lib/server/statement/run-progress.ts';

export const GET = queryRoute(runProgress, runIdInput);
