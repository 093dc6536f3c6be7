import { type OutcomeWork, outcomeWork } from '#lib/domain/outcome/outcome-work.ts';
import { decideBy, type Terms } from '#lib/domain/terms/terms.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { placementMoneys } from '#lib/server/effect/placement-effect.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

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
 * Returns how many were looked at; those that the reader does not see are left.
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

/**
 * An approved outcome may fall due until evidence reaches the last milestone – counted from the latest day that any agreement
 * could count from, so that none is missed.
 */
async function staleAfter(tx: Tx, after: string, today: PlainDate): Promise<readonly Stale[]> {
  return await queryJson<Stale>(
    tx,
    Prisma.sql`
    WITH longest AS (SELECT max((m ->> 'months')::int) AS months
      FROM agreement_version g, jsonb_array_elements(g.document -> 'resultPay' -> 'milestones') m),
    stale AS MATERIALIZED (SELECT * FROM outcome_work w WHERE (w.seen_changes <> w.changes OR w.look_on <= ${today}::date) AND w.outcome_id > ${after}::uuid
      ORDER BY w.outcome_id LIMIT ${BATCH})
    SELECT w.outcome_id AS "outcomeId", w.placement_id AS "placementId", w.changes,
      (o.submitted_at AT TIME ZONE 'Europe/Stockholm')::date AS "submittedOn",
      o.status = 'submitted' OR (o.status = 'approved' AND (o.verified_through IS NULL OR o.verified_through <
        greatest(o."from", coalesce(l."end", l."to"), (SELECT max(s."from") FROM outcome_spell s WHERE s.outcome_id = o.id))
          + make_interval(months => longest.months))) AS open
    FROM stale w JOIN outcome o ON o.id = w.outcome_id JOIN placement l ON l.id = w.placement_id CROSS JOIN longest
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
    const lookOn = isOpen ? addDays(today, 1) : null;
    return {
      outcomeId,
      changes,
      lookOn,
      why,
      dueOn: work === null ? null : dueOf(work, terms),
      nowOre,
      laterOre,
    };
  });
  // What somebody is changing now is worked out again afterwards: it is not waited for.
  await tx.$executeRaw`
    UPDATE outcome_work w SET seen_changes = k.changes, look_on = k."lookOn", why = k.why, due_on = k."dueOn", now_ore = k."nowOre", later_ore = k."laterOre"
    FROM json_to_recordset(${JSON.stringify(kept)}::json) AS k("outcomeId" uuid, changes int, "lookOn" date, why text, "dueOn" date, "nowOre" bigint, "laterOre" bigint)
    WHERE w.outcome_id = k."outcomeId" AND w.outcome_id IN (
      SELECT l.outcome_id FROM outcome_work l WHERE l.outcome_id = ANY (${kept.map(({ outcomeId }) => outcomeId)}::uuid[]) FOR UPDATE SKIP LOCKED)`;
}

/** What came in is decided within the days of review; evidence has been due since the milestone. */
function dueOf({ why, day }: OutcomeWork, terms: Terms): PlainDate {
  return why === 'awaiting' ? decideBy(day, terms) : day;
}
