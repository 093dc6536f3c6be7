import { listPlacements } from '#lib/schemas/api/placement.ts';
import { apiRoute } from '#lib/server/api/api-route.ts';
import { ask } from '#lib/server/command/query.ts';
import { placementsOfMonth } from '#lib/server/placement/placements-of-month.ts';
import { ok } from '#lib/shared/result.ts';

export const GET = apiRoute(listPlacements, async ({ address, ...asking }) => {
  const found = await ask(placementsOfMonth, address, asking);
  return found.ok ? ok(found.value.page) : found;
});
