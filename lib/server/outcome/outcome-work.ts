import { type OutcomeWork, outcomeWork } from '#lib/domain/outcome/outcome-work.ts';
import { decideBy, type Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementMoneys } from '#lib/server/effect/placement-effect.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Stale = {
  readonly outcomeId: string;
  readonly placementId: string;
  readonly changes: number;
  readonly submittedOn: PlainDate;
  /** Whether it can ask for something, today or on a later day without anything changing. */
  readonly open: boolean;
};

const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Works out anew what outcomes ask of a reviewer: those about which something changed, and those whose day to be looked at has come.
 * The rest stand as they were worked out. Each night for all; in the queue before it is read, for the few that changed since.
 * They are kept by the database alone, which lets nobody hide one. Returns how many were looked at; those that the reader does not see
 * are left.
 */
export async function refreshOutcomeWork(tx: Tx, today: PlainDate): Promise<number> {
  let looked = 0;
  for (let after = BEFORE_ALL; ; ) {
    const stale = await staleAfter(tx, after, today);
    const last = stale.at(-1);
    if (last === undefined) return looked;
    await keepWork(tx, stale, today);
    looked += stale.length;
    after = last.outcomeId;
  }
}

async function staleAfter(tx: Tx, after: string, today: PlainDate): Promise<readonly Stale[]> {
  return await queryJson<Stale>(
    tx,
    Prisma.sql`
    WITH stale AS MATERIALIZED (SELECT * FROM outcome_work w WHERE (w.seen_changes <> w.changes OR w.look_on <= ${today}::date) AND w.outcome_id > ${after}::uuid
      ORDER BY w.outcome_id LIMIT ${BATCH}),
    open AS MATERIALIZED (SELECT x.outcome_id FROM app.open_outcomes(ARRAY(SELECT outcome_id FROM stale)) x)
    SELECT w.outcome_id AS "outcomeId", w.placement_id AS "placementId", w.changes,
      (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date AS "submittedOn", x.outcome_id IS NOT NULL AS open
    FROM stale w JOIN outcome o ON o.id = w.outcome_id LEFT JOIN open x ON x.outcome_id = w.outcome_id
    ORDER BY w.outcome_id`,
  );
}

async function keepWork(tx: Tx, stale: readonly Stale[], today: PlainDate): Promise<void> {
  const terms = await termsInForce(tx, today);
  const open = stale.filter((row) => row.open);
  const moneys = await placementMoneys(
    tx,
    open.map(({ placementId }) => placementId),
    today,
  );
  const kept = stale.map(({ outcomeId, placementId, changes, submittedOn, open: isOpen }) => {
    const money = isOpen ? moneys.get(placementId) : undefined;
    const work = money === undefined ? null : outcomeWork(money.agreement, money.facts, submittedOn);
    const { why = null, nowOre = null, laterOre = null } = work ?? {};
    return { outcomeId, changes, why, dueOn: work === null ? null : dueOf(work, terms), nowOre, laterOre };
  });
  await tx.$queryRaw`SELECT app.keep_outcome_work(${JSON.stringify(kept)}::jsonb, ${today}::date)`;
}

/** What came in is decided within the days of review; evidence has been due since the milestone. */
function dueOf({ why, day }: OutcomeWork, terms: Terms): PlainDate {
  return why === 'awaiting' ? decideBy(day, terms) : day;
}
