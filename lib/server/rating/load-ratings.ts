import {
  type ContractRating,
  NO_RATING_BECAUSE,
  noRatingBecause,
  publishedCount,
} from '#lib/domain/rating/rating.ts';
import { STARS } from '#lib/domain/rating/stars.ts';
import type { Database } from '#lib/server/db/client.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

type Reader = Pick<Database, '$queryRaw'>;

type Row = {
  readonly contractId: string;
  readonly contractFrom: string;
  readonly because: string | null;
  readonly stars: number | null;
  readonly betterThanTenths: number | null;
  readonly participants: number | null;
  readonly reached: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly preliminary: number | null;
};

/** The rating of each of these contracts as it was last counted; one that has not been counted says so. */
export async function loadRatings(
  tx: Reader,
  contractIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, ContractRating>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "contractId", c."from"::text AS "contractFrom", r.because, r.stars, r.better_than_tenths AS "betterThanTenths",
      r.participants, r.reached, r.low, r.high, r.preliminary
    FROM contract c LEFT JOIN contract_result r ON r.contract_id = c.id WHERE c.id = ANY (${contractIds}::uuid[])`;
  return new Map(rows.map((row) => [row.contractId, ratingOf(row, today)]));
}

function ratingOf(row: Row, today: PlainDate): ContractRating {
  const stars = STARS.find((one) => one === row.stars);
  if (stars === undefined) {
    const counted = NO_RATING_BECAUSE.find((one) => one === row.because);
    // Not counted yet: of what may be the reason, its age is known.
    const tooNew = noRatingBecause(plainDate(row.contractFrom), Number.POSITIVE_INFINITY, today);
    return { kind: 'none', because: counted ?? tooNew ?? 'notMeasured' };
  }
  const { betterThanTenths, participants, reached, low, high, preliminary } = row;
  return {
    kind: 'rated',
    stars,
    betterThanTenths: betterThanTenths ?? 0,
    participants: participants ?? 0,
    reached: publishedCount(reached ?? 0),
    low: low ?? 0,
    high: high ?? 10,
    preliminary: publishedCount(preliminary ?? 0),
  };
}
