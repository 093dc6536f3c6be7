import type { ClosingWindow, OutcomeTodo } from '#lib/domain/todo/todo.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { standingOutcomes } from '#lib/server/outcome/list-outcomes.ts';
import { inScope, type TodoScope } from '#lib/server/todo/todo-scope.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** Days ahead in which a milestone or the end of a window is something to do. */
const NEAR_DAYS = 14;

const isToDo = (kind: string): kind is OutcomeTodo['step'] =>
  kind === 'report' || kind === 'reportReturned' || kind === 'milestone' || kind === 'evidence';

/** Outcomes that need something of the provider within 14 days. Those that everything is shown of are not looked at. */
export async function listOutcomesToDo(tx: Tx, scope: TodoScope): Promise<readonly OutcomeTodo[]> {
  const { actor, today } = scope;
  const open = Prisma.sql`${inScope(scope)} AND (o.id IS NOT NULL OR d.status = 'approved') AND (o.id IS NULL OR o.status IN ('submitted', 'returned')
    OR (o.status = 'approved' AND (o.verified_through IS NULL OR o.verified_through < greatest(o."from", coalesce(p."end", p."to"),
      (SELECT max(s."from") FROM outcome_spell s WHERE s.outcome_id = o.id)) + make_interval(months => (
        SELECT max((m ->> 'months')::int) FROM agreement_version g, jsonb_array_elements(g.document -> 'resultPay' -> 'milestones') m
        WHERE g.id = p.agreement_version_id)))))`;
  const outcomes = await standingOutcomes(tx, actor, today, open);
  return outcomes.flatMap(
    ({ step, placementId, participantId, participantName, outcomeId, awaitedOre }): OutcomeTodo[] => {
      if (!isToDo(step.kind)) return [];
      if (step.day !== null && step.day > addDays(today, NEAR_DAYS)) return [];
      const of = { placementId, participantId, participantName, outcomeId };
      return [{ kind: 'outcome', step: step.kind, ...of, dueOn: step.day, amountOre: awaitedOre }];
    },
  );
}

/**
 * Those who have ended otherwise than by a switch, for whom nothing has been signalled, and whose last day to signal comes
 * within 14 days: together where it is the same day (compensation model section 4, step 7).
 */
export async function listClosingWindows(tx: Tx, scope: TodoScope): Promise<readonly ClosingWindow[]> {
  const { today } = scope;
  const rows = await tx.$queryRaw<Omit<ClosingWindow, 'kind'>[]>`
    SELECT x.due::text AS "dueOn", count(*)::int AS count, (array_agg(x.id ORDER BY x.family, x.id))[1]::text AS "placementId",
      (array_agg(x.participant ORDER BY x.family, x.id))[1]::text AS "participantId",
      (array_agg(x.name ORDER BY x.family, x.id))[1] AS "participantName"
    FROM (SELECT (coalesce(p."end", p."to") + make_interval(months => (g.document -> 'resultPay' ->> 'signalWithinMonthsAfterEnd')::int))::date - 1 AS due,
        p.id, q.id AS participant, n.family_name AS family, n.given_name || ' ' || n.family_name AS name
      FROM placement p JOIN agreement_version g ON g.id = p.agreement_version_id
        JOIN participant q ON q.id = p.participant_id JOIN person n ON n.id = q.person_id
      WHERE ${inScope(scope)} AND coalesce(p."end", p."to") <= ${today}::date AND coalesce(p."end", p."to") > p."from"
        AND p.end_reason IS DISTINCT FROM 'switch'
        AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn'))
        AND NOT EXISTS (SELECT 1 FROM document d WHERE d.placement_id = p.id AND d.kind = 'signal'
          AND d.status IN ('submitted', 'inReview', 'returned', 'approved'))
        AND NOT EXISTS (SELECT 1 FROM placement l WHERE l.participant_id = p.participant_id AND l.cancelled_at IS NULL AND l."from" >= coalesce(p."end", p."to"))) x
    WHERE x.due BETWEEN ${today}::date AND ${addDays(today, NEAR_DAYS)}::date
    GROUP BY x.due ORDER BY x.due`;
  return rows.map((row) => ({ kind: 'signalWindow', ...row }));
}
