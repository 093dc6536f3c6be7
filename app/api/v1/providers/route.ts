import { listProviders } from '#lib/schemas/api/provider.ts';
import { openRoute } from '#lib/server/api/open-route.ts';
import { today } from '#lib/server/clock.ts';
import { answerProvider } from '#lib/server/provider-search/answer-provider.ts';
import { listPublicProviders } from '#lib/server/provider-search/list-public-providers.ts';
import { NO_FILTER } from '#lib/server/provider-search/public-contracts.ts';
import { ok } from '#lib/shared/result.ts';

export const GET = openRoute(listProviders, async (db, { q = '', area = null, near, page = '1' }) => {
  const [lat = 0, lon = 0] = near?.split(',').map(Number) ?? [];
  const asked = {
    ...NO_FILTER,
    q,
    area,
    near: near === undefined ? null : { lat, lon },
    order: 'nearest' as const,
    page: Number(page),
  };
  const { contracts, ...counts } = await listPublicProviders(db, asked, today());
  return ok({ providers: contracts.map(answerProvider), ...counts });
});
