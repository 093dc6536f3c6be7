import type { RatingSummary } from '#lib/domain/rating/rating-summary.ts';
import type { Database } from '#lib/server/db/client.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type Row = { readonly stars: number | null; readonly contracts: number; readonly measuredOn: string };

/** How many contracts have how many stars. */
export async function summariseRatings(db: Pick<Database, '$queryRaw'>): Promise<RatingSummary> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT stars, count(*)::int AS contracts, max(measured_on)::text AS "measuredOn" FROM contract_result GROUP BY stars`;
  const withStars = (stars: number | null): number => rows.find((row) => row.stars === stars)?.contracts ?? 0;
  const [measuredOn] = rows
    .map((row) => row.measuredOn)
    .toSorted()
    .toReversed();
  return {
    measuredOn: measuredOn === undefined ? null : plainDate(measuredOn),
    stars: { 1: withStars(1), 2: withStars(2), 3: withStars(3), 4: withStars(4) },
    unrated: withStars(null),
  };
}
