import { contractsCsvRows } from '#lib/domain/provider-search/contracts-csv.ts';
import { typedPlace } from '#lib/domain/provider-search/typed-place.ts';
import { providerSearchQuery } from '#lib/schemas/provider-search.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { listAllPublicProviders } from '#lib/server/provider-search/list-public-providers.ts';
import { addressSubject } from '#lib/server/rate-limit/address-subject.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { takeToken } from '#lib/server/rate-limit/take-token.ts';
import { tooManyRequests } from '#lib/server/rate-limit/too-many-requests.ts';
import { csvText } from '#lib/shared/csv-text.ts';

/** A file may hold the whole country. */
const FILE_COST = 10;

/** What the public search finds, all of it, as a file for anybody. */
export async function GET(request: Request): Promise<Response> {
  const token = await takeToken(database(), limits.providers, addressSubject(request.headers), FILE_COST);
  if (!token.ok) return tooManyRequests(token.error);
  const query = providerSearchQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const near = typedPlace(query.near)?.found ?? null;
  const contracts = await listAllPublicProviders(database(), { ...query, near }, today());
  return new Response(csvText(contractsCsvRows(contracts)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="leverantorer-${today()}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
