import type { JobActor } from '#lib/domain/actor/actor.ts';
import { LEVELS, type Level } from '#lib/domain/compensation/types.ts';
import { measuringWindow, preliminaryFrom } from '#lib/domain/rating/measuring-window.ts';
import { type ContractRating, type MeasuredContract, rateContracts } from '#lib/domain/rating/rating.ts';
import type { LevelCounts } from '#lib/domain/result-measure/result-measure.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { listReached, type Reached } from '#lib/server/rating/list-reached.ts';
import { startersOf } from '#lib/server/rating/starters.ts';
import { type PlainDate, plainDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'rating.refresh' };
/** The whole country's outcomes, all of them at once. */
const MOST_MS = 900_000;

type Counted = {
  readonly contractId: string;
  readonly from: string;
  /** Null on the one row of a contract that nobody began at. */
  readonly level: Level | null;
  readonly participants: number;
  readonly preliminary: number;
};

/**
 * Counts anew how it has gone for the participants of every contract in force, and rates them. Everybody counts, those with
 * protected identity, too; nothing but sums is kept. Doing it again gives the same. Returns how many contracts were counted.
 */
export async function refreshRatings(database: Database, today: PlainDate): Promise<number> {
  return await inTransaction(
    database,
    ACTOR,
    async (tx) => {
      const contracts = measured(await countStarters(tx, today), await listReached(tx, today));
      const ratings = rateContracts([...contracts.values()], today);
      await writeRatings(tx, [...contracts.keys()], ratings, today);
      return contracts.size;
    },
    MOST_MS,
  );
}

/** How many began at each contract, by level; a row with none for a contract that nobody began at. */
async function countStarters(tx: Tx, today: PlainDate): Promise<readonly Counted[]> {
  return await tx.$queryRaw<Counted[]>`
    WITH starter AS (${startersOf(measuringWindow(today))})
    SELECT c.id AS "contractId", c."from"::text AS "from", s.level, count(s.level)::int AS participants,
      count(*) FILTER (WHERE s."from" >= ${preliminaryFrom(today)}::date)::int AS preliminary
    FROM contract c LEFT JOIN starter s ON s.contract_id = c.id
    WHERE c."from" <= ${today}::date AND (c."to" IS NULL OR c."to" > ${today}::date)
    GROUP BY c.id, s.level ORDER BY c.id`;
}

function measured(
  counted: readonly Counted[],
  reached: readonly Reached[],
): ReadonlyMap<string, MeasuredContract> {
  const rows = Map.groupBy(counted, ({ contractId }) => contractId);
  const results = Map.groupBy(reached, ({ contractId }) => contractId);
  return new Map(
    [...rows].map(([contractId, own]) => {
      const mine = results.get(contractId) ?? [];
      const contract: MeasuredContract = {
        from: plainDate(own[0]?.from ?? ''),
        preliminary: own.reduce((total, { preliminary }) => total + preliminary, 0),
        participants: byLevel((level) => own.find((row) => row.level === level)?.participants ?? 0),
        firstResults: byLevel((level) => mine.filter((one) => one.first && one.level === level).length),
        secondResults: byLevel((level) => mine.filter((one) => one.second && one.level === level).length),
      };
      return [contractId, contract];
    }),
  );
}

function byLevel(count: (level: Level) => number): LevelCounts {
  const [A, B, C] = LEVELS.map((level) => BigInt(count(level)));
  return { A: A ?? 0n, B: B ?? 0n, C: C ?? 0n };
}

async function writeRatings(
  tx: Tx,
  contractIds: readonly string[],
  ratings: readonly ContractRating[],
  today: PlainDate,
): Promise<void> {
  const rows = ratings.map((rating, index) => ({ ...rating, contractId: contractIds[index] }));
  await tx.$executeRaw`DELETE FROM contract_result`;
  await tx.$executeRaw`
    INSERT INTO contract_result (contract_id, measured_on, because, stars, better_than_tenths, participants, reached, low, high, preliminary)
    SELECT r."contractId", ${today}::date, r.because, r.stars, r."betterThanTenths", r.participants, r.reached, r.low, r.high, r.preliminary
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("contractId" uuid, because text, stars smallint,
      "betterThanTenths" smallint, participants int, reached int, low smallint, high smallint, preliminary int)`;
}
