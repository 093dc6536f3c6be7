import { draftIdInput } from '#lib/schemas/agreement-draft.ts';
import { impactProgress } from '#lib/server/agreement/impact-providers.ts';
import { queryRoute } from '#lib/server/http/query-route.ts';

export const GET = queryRoute(impactProgress, draftIdInput);
